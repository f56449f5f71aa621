using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Foundation.Audit;

public enum HistoryKind
{
    All = 0,
    Reads,
    Changes,
}

/// <summary>The filter of a history page, as its address has it.</summary>
public sealed class HistoryQuery
{
    public HistoryKind Kind { get; set; }

    public Guid? Account { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public bool Lists { get; set; }

    public long? Before { get; set; }

    public AuditFilter ToFilter(IReadOnlyCollection<Guid> people, Guid? household) => new(
        people, household, Account, Kind switch { HistoryKind.Reads => true, HistoryKind.Changes => false, _ => null },
        From is { } from ? TimeZones.StartOfDay(from) : null, To is { } to ? TimeZones.StartOfDay(to.AddDays(1)) : null, Lists, Before);

    /// <summary>The same filter with another page or format.</summary>
    public string Link(long? before = null, string? export = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["Kind"] = Kind == HistoryKind.All ? null : Kind.ToString(), ["Account"] = Account?.ToString(), ["From"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["To"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["Lists"] = Lists ? "true" : null, ["Before"] = before?.ToString(CultureInfo.InvariantCulture), ["export"] = export,
        };
        return QueryHelpers.AddQueryString("", values.Where(v => v.Value is not null));
    }
}
