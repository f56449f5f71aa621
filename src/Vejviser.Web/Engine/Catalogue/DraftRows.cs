using System.Globalization;
using Vejviser.Core.Engine.Catalogue.Own;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Adds, takes away and moves rows of a draft, as the form's buttons say.</summary>
internal static class DraftRows
{
    /// <summary>No practice has more of anything; a form that asks for more is not ours.</summary>
    private const int MostRows = 100;

    /// <returns>The row that was added or moved, such as <c>Steps[3]</c>; null where none was.</returns>
    public static string? Do(PracticeDraft draft, string? what)
    {
        var parts = (what ?? "").Split(':');
        if (parts.Length < 2)
            return null;
        var at = parts.Length > 2 && int.TryParse(parts[2], CultureInfo.InvariantCulture, out var index) ? index : -1;
        return parts[1] switch
        {
            "Questions" => Do(draft.Questions, parts, at, () => new DraftQuestion()),
            "Settings" => Do(draft.Settings, parts, at, () => new DraftSetting()),
            "Phases" => Do(draft.Phases, parts, at, () => new DraftNamed()),
            "Steps" => Do(draft.Steps, parts, at, () => new DraftStep { Phase = draft.Steps.LastOrDefault()?.Phase, Owner = draft.Contact }),
            "Meetings" => Do(draft.Meetings, parts, at, () => new DraftMeeting { With = draft.Contact }),
            "Reasons" => Do(draft.Reasons, parts, at, () => new DraftNamed()),
            "Measures" => Do(draft.Measures, parts, at, () => new DraftMeasure { Kind = DraftMeasureKind.Outcome }),
            "Setup" => Do(draft.Setup, parts, at, () => new DraftSetup { Owner = draft.Lead }),
            _ => null,
        };
    }

    private static string? Do<T>(List<T> rows, string[] parts, int at, Func<T> make)
    {
        switch (parts[0])
        {
            case "add" when rows.Count < MostRows:
                rows.Add(make());
                return $"{parts[1]}[{rows.Count - 1}]";
            case "drop" when at >= 0 && at < rows.Count:
                rows.RemoveAt(at);
                return null;
            case "up" when at > 0 && at < rows.Count:
                (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
                return $"{parts[1]}[{at - 1}]";
            case "down" when at >= 0 && at < rows.Count - 1:
                (rows[at + 1], rows[at]) = (rows[at], rows[at + 1]);
                return $"{parts[1]}[{at + 1}]";
            default:
                return null;
        }
    }
}
