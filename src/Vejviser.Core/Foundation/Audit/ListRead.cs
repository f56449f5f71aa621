using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>Who was on a list that somebody looked at: ids only, and the filter by its codes.</summary>
/// <param name="HouseholdIds">The households named on this page of the list.</param>
/// <param name="PersonIds">The people named on it, where the list is of people.</param>
/// <param name="Filter">The filter's codes as the list's own address has them, such as <c>late team</c>; never what somebody typed.</param>
public sealed record ListRead(IReadOnlyCollection<Guid> HouseholdIds, IReadOnlyCollection<Guid>? PersonIds = null, string? Filter = null)
{
    /// <summary><c>{"count":2,"filter":"late","households":["…"],"people":["…"]}</c>; the count is of people where there are any, else of households.</summary>
    internal string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(64 + 40 * (HouseholdIds.Count + (PersonIds?.Count ?? 0)));
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("count", PersonIds?.Count ?? HouseholdIds.Count);
            if (Filter is not null)
                json.WriteString("filter", Filter);
            WriteIds(json, "households", HouseholdIds);
            WriteIds(json, "people", PersonIds ?? []);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIds(Utf8JsonWriter json, string name, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
