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

    /// <summary>The day whose law a plan follows: takeover, else arrival, else allocation, else the day it is made.</summary>
    public static DateOnly LawDate(IReadOnlyDictionary<string, DateOnly> anchors, DateOnly today)
    {
        foreach (var name in new[] { Takeover, Arrival, Allocation })
            if (anchors.TryGetValue(name, out var date))
                return date;
        return today;
    }
}
