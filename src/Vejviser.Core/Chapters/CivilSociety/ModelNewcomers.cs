using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>
/// Made-up newcomers, some of each group, of whom nothing is known but age and place in the household: whoever asks a condition about them learns whether it
/// can hold for the group, since what is not known is never a no.
/// </summary>
internal static class ModelNewcomers
{
    public static readonly IReadOnlyList<NewcomerGroups> Groups =
        [NewcomerGroups.SmallChildren, NewcomerGroups.Children, NewcomerGroups.Youths, NewcomerGroups.Unaccompanied, NewcomerGroups.Adults];

    private const int ParentsAge = 35;
    private static readonly int[] ChildrensAges = [3, 9, 15];

    /// <summary>Can what these conditions allow be for somebody of the group on a day? The person is asked also where a household as a whole takes part: what is for one of them counts for that one.</summary>
    public static bool Fit(StepConditions conditions, NewcomerGroups group, DateOnly arrival, DateOnly day)
    {
        foreach (var age in AgesOf(group))
        {
            var person = Person(RoleOf(group), age, day);
            foreach (var home in HomesOf(group, person, day))
            {
                var household = new HouseholdFacts(ResidenceBasis.Unknown, home) { ArrivalDate = arrival, HasArrived = day >= arrival };
                if (conditions.Ask(household, person, day).Truth != Truth.No)
                    return true;
            }
        }

        return false;
    }

    public static NewcomerGroups GroupOf(int age, bool isUnaccompanied) => age switch
    {
        >= 18 => NewcomerGroups.Adults,
        _ when isUnaccompanied => NewcomerGroups.Unaccompanied,
        >= 13 => NewcomerGroups.Youths,
        >= 6 => NewcomerGroups.Children,
        _ => NewcomerGroups.SmallChildren,
    };

    private static IEnumerable<int> AgesOf(NewcomerGroups group) => group switch
    {
        NewcomerGroups.SmallChildren => Enumerable.Range(0, 6),
        NewcomerGroups.Children => Enumerable.Range(6, 7),
        NewcomerGroups.Youths => Enumerable.Range(13, 5),
        NewcomerGroups.Unaccompanied => Enumerable.Range(10, 8),
        _ => [18, 20, 23, 25, 28, 30, 40, 50, 60, 66],
    };

    /// <summary>Children with a parent, adults alone and with children, minors alone.</summary>
    private static IEnumerable<PersonFacts[]> HomesOf(NewcomerGroups group, PersonFacts person, DateOnly day) => group switch
    {
        NewcomerGroups.Unaccompanied => [[person]],
        NewcomerGroups.Adults => [[person], [person, .. ChildrensAges.Select(a => Person(HouseholdRole.Child, a, day))]],
        _ => [[Person(HouseholdRole.Head, ParentsAge, day), person]],
    };

    private static HouseholdRole RoleOf(NewcomerGroups group) => group switch
    {
        NewcomerGroups.Adults => HouseholdRole.Head,
        NewcomerGroups.Unaccompanied => HouseholdRole.Minor,
        _ => HouseholdRole.Child,
    };

    private static PersonFacts Person(HouseholdRole role, int age, DateOnly day) => new(
        Guid.Empty, role, day.AddYears(-age), null, NeedsInterpreter: true, default, default, HadOwnBusiness: true, ResidenceBasis.Unknown, role == HouseholdRole.Minor)
    {
        Phase = AsylumPhase.Permit,
    };
}
