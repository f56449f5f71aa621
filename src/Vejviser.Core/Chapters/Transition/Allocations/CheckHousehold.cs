using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The people of one household, each good by itself, against each other.</summary>
internal static class CheckHousehold
{
    public static IEnumerable<AllocationProblem> Run(AllocatedHousehold household)
    {
        var people = household.People;
        var heads = people.Where(p => p.Role == HouseholdRole.Head).ToList();
        foreach (var second in heads.Skip(1))
            yield return AllocationProblem.Error(second.Row, AllocationColumns.Role, "two-heads", ("other", heads[0].Row));

        // Brothers and sisters may have come alone together; anybody else needs a grown-up who answers for them.
        if (heads.Count == 0 && people.FirstOrDefault(p => !p.IsUnaccompanied) is { } accompanied)
        {
            var isChild = people.All(p => p.Role is HouseholdRole.Child or HouseholdRole.Minor);
            yield return AllocationProblem.Error(accompanied.Row, AllocationColumns.Role, isChild && people.Count == 1 ? "child-alone" : "no-head");
        }

        foreach (var person in people.Where(p => p != household.Head))
        {
            if (person.AllocationDate != household.Head.AllocationDate)
                yield return AllocationProblem.Warning(
                    person.Row, AllocationColumns.AllocationDate, "household-dates-differ", ("other", household.Head.Row), ("used", household.Head.AllocationDate));
            // Within asylum the paragraphs may differ freely; another law for the takeover may not go by unseen.
            if (LawBases.Of(person.Basis) != LawBases.Of(household.Head.Basis))
                yield return AllocationProblem.Warning(
                    person.Row, AllocationColumns.ResidenceBasis, "household-basis-differs", ("other", household.Head.Row),
                    ("used", AllocationCodes.WordFor(AllocationCodes.Bases, household.Head.Basis)));
        }
    }
}
