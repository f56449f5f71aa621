using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans;

/// <summary>What a rule of the law may ask for when it is to give an anchor's date.</summary>
/// <param name="DateOf">Another anchor's date, such as <c>takeover</c>; null where it has none.</param>
public sealed record LawAnchorFacts(ResidenceBasis Basis, Func<string, DateOnly?> DateOf);

/// <summary>
/// The date a rule of <c>law/</c> gives, or null where it cannot say: a date is missing, the case is ambiguous, or no rule is in
/// force. <paramref name="rule"/> is the anchor's rule, such as <c>contract-deadline</c>.
/// </summary>
public delegate DateOnly? LawAnchor(string rule, LawAnchorFacts facts);

/// <summary>The dates of a plan's anchors.</summary>
public static class PlanAnchors
{
    public const string Allocation = "allocation";
    public const string Takeover = "takeover";
    public const string Arrival = "arrival";
    public const string Registered = "registered";

    /// <summary>What is known on the household, by anchor. A takeover decided by a person, or by law before, stands here too.</summary>
    public static Dictionary<string, DateOnly> Given(Household household) =>
        new (string Name, DateOnly? Date)[]
        {
            (Allocation, household.AllocationDate), (Takeover, household.TakeoverDate), (Arrival, household.ArrivalDate), (Registered, household.RegisteredDate),
        }.Where(a => a.Date is not null).ToDictionary(a => a.Name, a => a.Date!.Value);

    /// <summary>The household's dates with those that the plan holds itself: given at enrolment, or a birthday.</summary>
    public static Dictionary<string, DateOnly> With(IReadOnlyDictionary<string, DateOnly> household, PracticeDefinition definition, Plan plan)
    {
        var all = household.ToDictionary();
        var held = plan.Anchors.ToDictionary(a => a.Name, a => a.Date);
        foreach (var anchor in definition.Anchors.Where(a => a.Source is AnchorSource.Enrolment or AnchorSource.Person && held.ContainsKey(a.Id)))
            // A date that stood in for this one goes on standing in: it may move.
            if (anchor.Or is null || !held.TryGetValue(anchor.Or, out var other) || other != held[anchor.Id])
                all[anchor.Id] = held[anchor.Id];
        return all;
    }

    /// <summary>The birthdays the definition counts from; none where the day of birth is not known.</summary>
    public static IEnumerable<KeyValuePair<string, DateOnly>> Birthdays(PracticeDefinition definition, DateOnly? born) =>
        born is not { } day ? [] : definition.Anchors.Where(a => a.Birthday is not null).Select(a => KeyValuePair.Create(a.Id, day.AddYears(a.Birthday!.Value.Value)));

    /// <summary>
    /// Every anchor of the definition that has a date: the given one, else the law's, else that of the anchor named by <c>or</c>.
    /// </summary>
    /// <param name="given">Dates known from elsewhere; names the definition does not use are there for the law's rules.</param>
    public static Dictionary<string, DateOnly> Resolve(
        PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> given, ResidenceBasis basis, LawAnchor law)
    {
        var underWay = new HashSet<string>();

        DateOnly? DateOf(string name)
        {
            if (given.TryGetValue(name, out var date))
                return date;
            // A rule that asks, by way of others, for its own date gets no answer.
            if (definition.FindAnchor(name) is not { } anchor || !underWay.Add(name))
                return null;
            var found = anchor.Rule is null ? null : law(anchor.Rule, new LawAnchorFacts(basis, DateOf));
            found ??= anchor.Or is null ? null : DateOf(anchor.Or);
            underWay.Remove(name);
            return found;
        }

        return definition.Anchors.Select(a => (a.Id, Date: DateOf(a.Id))).Where(a => a.Date is not null).ToDictionary(a => a.Id, a => a.Date!.Value);
    }

    /// <summary>The day whose law a plan follows: its own start, else takeover, else arrival, else allocation, else the day it is made.</summary>
    public static DateOnly LawDate(IReadOnlyDictionary<string, DateOnly> anchors, DateOnly today)
    {
        foreach (var name in new[] { Anchor.Start, Takeover, Arrival, Allocation })
            if (anchors.TryGetValue(name, out var date))
                return date;
        return today;
    }
}
