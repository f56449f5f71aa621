using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>What the adapt page asks of one step. Its due rule stays of its kind; only the figures and the day change.</summary>
public sealed class StepForm
{
    public string Id { get; set; } = "";

    public string Owner { get; set; } = "";

    public bool IsOmitted { get; set; }

    /// <summary>Days, workdays, weeks or months; the number of the whole week; or which of the month's weekdays.</summary>
    public int? Amount { get; set; }

    /// <summary><c>before</c> or <c>after</c> the anchor, for so many days and the like.</summary>
    public string? Direction { get; set; }

    public DueUnit? Unit { get; set; }

    public DayOfWeek? Weekday { get; set; }

    public int? Month { get; set; }

    /// <summary>Own title by language; empty is the catalogue's.</summary>
    public Dictionary<string, string?> Title { get; set; } = [];

    /// <summary>Own how-to by language; empty is the catalogue's.</summary>
    public Dictionary<string, string?> How { get; set; } = [];

    public static StepForm Of(Step step, StepChanges? changes, PracticeDefinition definition) => new()
    {
        Id = step.Id, Owner = step.Owner, IsOmitted = changes?.IsOmitted ?? false,
        Amount = step.Due switch { DueRule.Offset o => Math.Abs(o.Amount.Value), DueRule.WholeWeek w => w.Week.Value, DueRule.NthWeekday n => n.Nth.Value, _ => null },
        Direction = step.Due is DueRule.Offset { Amount.Value: < 0 } ? "before" : "after",
        Unit = (step.Due as DueRule.Offset)?.Unit,
        Weekday = step.Due switch { DueRule.WholeWeek w => w.Weekday, DueRule.NthWeekday n => n.Weekday, _ => null },
        Month = (step.Due as DueRule.NthWeekday)?.Month.Value,
        Title = definition.Texts.Keys.ToDictionary(l => l, l => changes?.Texts?.GetValueOrDefault(l)?.Title),
        How = definition.Texts.Keys.ToDictionary(l => l, l => changes?.Texts?.GetValueOrDefault(l)?.How),
    };

    /// <summary>What differs from the catalogue's step; null where nothing does.</summary>
    /// <param name="original">The catalogue's step, figures by the settings now.</param>
    public StepChanges? ToChanges(Step original)
    {
        var texts = Title.Keys.Union(How.Keys).Select(l => (Language: l, Own: new OwnTexts(Title.GetValueOrDefault(l).OrNull(), How.GetValueOrDefault(l).OrNull())))
            .Where(t => t.Own != new OwnTexts()).ToDictionary(t => t.Language, t => t.Own);
        var changes = new StepChanges
        {
            Owner = Owner == original.Owner || Owner.Length == 0 ? null : Owner,
            Due = DueChange(original.Due),
            IsOmitted = IsOmitted,
            Texts = texts.Count == 0 ? null : texts,
        };
        return changes == new StepChanges() ? null : changes;
    }

    /// <summary>The rule as written, or null where it comes to the same: a figure that follows a setting goes on doing so.</summary>
    private DueRuleParts? DueChange(DueRule original)
    {
        var roll = original.Roll switch { Roll.Next => "next", Roll.Previous => "previous", _ => null };
        switch (original)
        {
            case DueRule.Offset o when Amount is { } amount:
                Figure figure = Direction == "before" ? -amount : amount;
                var unit = Unit ?? o.Unit;
                if (figure.Value == o.Amount.Value && unit == o.Unit)
                    return null;
                return new DueRuleParts
                {
                    Days = unit == DueUnit.Days ? figure : null, Workdays = unit == DueUnit.Workdays ? figure : null, Weeks = unit == DueUnit.Weeks ? figure : null,
                    Months = unit == DueUnit.Months ? figure : null, From = o.Anchor, Roll = roll,
                };
            case DueRule.WholeWeek w when Amount is { } week:
                return week == w.Week.Value && Weekday == w.Weekday ? null
                    : new DueRuleParts { Week = week == w.Week.Value ? w.Week : week, After = w.Anchor, Weekday = NameOf(Weekday), Roll = roll };
            case DueRule.NthWeekday n when Amount is { } nth:
                return nth == n.Nth.Value && (Weekday ?? n.Weekday) == n.Weekday && (Month ?? n.Month.Value) == n.Month.Value ? null
                    : new DueRuleParts { Nth = nth == n.Nth.Value ? n.Nth : nth, Weekday = NameOf(Weekday ?? n.Weekday), Month = Month is { } m && m != n.Month.Value ? m : n.Month, Of = n.Anchor, Roll = roll };
            default:
                return null;
        }
    }

    private static string? NameOf(DayOfWeek? day) => day?.ToString().ToLowerInvariant();
}
