using System.Text.Json;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Audit;

/// <summary>A row of the audit in plain words.</summary>
public sealed class AuditWords(PageTexts text)
{
    public string Actor(AuditLine line, IReadOnlyDictionary<Guid, string> staff) => line.ActorId is not { } id ? text["audit.product"] : staff.GetValueOrDefault(id) ?? text["audit.gone"];

    public string Action(AuditLine line)
    {
        var key = $"audit.action.{line.Action}";
        var said = text[key];
        // An action without a text of its own is still told, as what it is.
        return said != key ? said : text[ReadActions.IsReadOf(line.Action) ? "audit.other-read" : "audit.other-change"];
    }

    /// <summary>What was changed, by name, and why, where a reason was given; an empty text where the row says no more.</summary>
    public string More(AuditLine line)
    {
        var fields = Fields(line.Details).Select(f => text[$"people.field.{f}"]).ToList();
        var parts = new[] { fields.Count == 0 ? null : string.Join(", ", fields), line.Reason is null ? null : text["audit.reason", ("reason", line.Reason)] };
        return string.Join(". ", parts.OfType<string>());
    }

    private static List<string> Fields(string? details)
    {
        if (details is null || !details.StartsWith('{'))
            return [];
        using var json = JsonDocument.Parse(details);
        return json.RootElement.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Array
            ? [.. fields.EnumerateArray().Where(f => f.ValueKind == JsonValueKind.String).Select(f => f.GetString()!)]
            : [];
    }
}
