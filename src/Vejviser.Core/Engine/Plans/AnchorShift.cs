using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans;

/// <summary>An anchor's date before and after; null where it has none.</summary>
public sealed record AnchorChange(string Anchor, DateOnly? From, DateOnly? To);

/// <summary>What moving an anchor does to one household's own dates.</summary>
/// <param name="Given">Its dates afterwards, by anchor.</param>
/// <param name="TakeoverRule">How its takeover came about afterwards.</param>
internal sealed record HouseholdShift(Household Household, Dictionary<string, DateOnly> Given, string? TakeoverRule)
{
    private const string ByHand = "by-hand";

    /// <summary>A household whose own dates stay.</summary>
    public static HouseholdShift None(Household household) => new(household, PlanAnchors.Given(household), household.TakeoverRule);

    /// <summary>An allocation or registration that moves takes a takeover with it that the law had given; one set by a person stays.</summary>
    public static HouseholdShift Of(Household household, string anchor, DateOnly? date, LawAnchor law)
    {
        var given = PlanAnchors.Given(household);
        if (date is { } day)
            given[anchor] = day;
        else
            given.Remove(anchor);
        if (anchor == PlanAnchors.Takeover)
            return new(household, given, date is null ? null : ByHand);
        if (anchor == PlanAnchors.Arrival || household.TakeoverRule == ByHand)
            return new(household, given, household.TakeoverRule);

        given.Remove(PlanAnchors.Takeover);
        var takeover = law(PlanAnchors.Takeover, new LawAnchorFacts(household.Basis, name => given.TryGetValue(name, out var known) ? known : null));
        if (takeover is { } found)
            given[PlanAnchors.Takeover] = found;
        return new(household, given, takeover is null ? null : PlanAnchors.Takeover);
    }
}

/// <summary>What moving an anchor does to one plan. Preview and move ask the same shift.</summary>
/// <param name="Dates">New dates of the steps that count from an anchor that changes.</param>
internal sealed record PlanShift(
    Plan Plan, PracticeDefinition Definition, IReadOnlyList<AnchorChange> Changes, Dictionary<string, DateOnly> Anchors, DateOnly LawDate,
    IReadOnlyDictionary<string, DateOnly?> Dates)
{
    /// <summary>True where the new law date adds or drops steps: then the plan is also revised. Who waits in line has no steps yet.</summary>
    public bool CrossesLaw => Plan.State != PlanState.Waiting && LawDate != Plan.LawDate && Definition.Steps.Any(s => s.Law.Holds(LawDate) != s.Law.Holds(Plan.LawDate));

    /// <summary>Why a task stays, or null where it moves.</summary>
    public StayReason? StaysBecause(TaskState state, bool isPinned, string step, DateOnly? due) => (state, isPinned) switch
    {
        (TaskState.Done, _) => StayReason.Done,
        (TaskState.Skipped, _) => StayReason.Skipped,
        (TaskState.Resting, _) => StayReason.Resting,
        (_, true) => StayReason.Pinned,
        _ => Dates.TryGetValue(step, out var date) && date != due ? null : StayReason.Unaffected,
    };
}

/// <summary>Computes shifts; plans whose anchors come to the same dates are computed once.</summary>
internal sealed class PlanShifts(LawAnchor law, WorkdayCalendar calendar)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, DateOnly?>> known = [];

    /// <summary>Null where no anchor of the plan changes.</summary>
    /// <param name="own">New dates of the plan's own anchors; null gives one back to what stands in for it.</param>
    public PlanShift? Of(Plan plan, PracticeDefinition definition, HouseholdShift household, IReadOnlyDictionary<string, DateOnly?>? own = null)
    {
        var before = plan.Anchors.ToDictionary(a => a.Name, a => a.Date);
        var given = PlanAnchors.With(household.Given, definition, plan);
        foreach (var (name, date) in own ?? new Dictionary<string, DateOnly?>())
        {
            if (date is { } day)
                given[name] = day;
            else
                given.Remove(name);
        }

        var after = PlanAnchors.Resolve(definition, given, household.Household.Basis, law);
        var changes = before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Select(name => new AnchorChange(name, Date(before, name), Date(after, name)))
            .Where(c => c.From != c.To)
            .ToList();
        if (changes.Count == 0)
            return null;
        var moved = changes.Select(c => c.Anchor).ToHashSet();
        var key = $"{plan.PracticeVersionId} {string.Join(' ', changes.Select(c => $"{c.Anchor}={c.To?.DayNumber}"))}";
        if (!known.TryGetValue(key, out var dates))
            known[key] = dates = definition.Steps.Where(s => moved.Contains(s.Due.Anchor)).ToDictionary(s => s.Id, s => s.Due.Compute(after, calendar));
        return new PlanShift(plan, definition, changes, after, PlanAnchors.LawDate(after, plan.LawDate), dates);
    }

    private static DateOnly? Date(Dictionary<string, DateOnly> dates, string name) => dates.TryGetValue(name, out var date) ? date : null;
}
