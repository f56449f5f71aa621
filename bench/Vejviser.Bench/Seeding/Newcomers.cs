using Vejviser.Core.Foundation.People;

namespace Vejviser.Bench.Seeding;

/// <summary>Households of one to four, arriving evenly over the time before and after today.</summary>
internal sealed class Newcomers
{
    private static readonly string[] Languages = ["ar", "uk", "ti", "en", "my", "fa"];
    private readonly Ids householdIds;
    private readonly Ids personIds;
    private readonly DateTime now;
    private int people;

    public Newcomers(Size size, Staff staff, DateOnly today, DateTime now)
    {
        (householdIds, personIds, this.now) = (new Ids(now, 4), new Ids(now, 5), now);
        for (var n = 0; n < size.Households; n++)
        {
            var arrival = today.AddDays(size.AheadDays - size.ArrivalDays + (int)((long)n * size.ArrivalDays / size.Households));
            Add(n, size.PeopleIn[n % size.PeopleIn.Count], arrival, today, staff);
        }
    }

    public List<(Household Household, List<Person> People)> Households { get; } = [];

    private void Add(int n, int count, DateOnly arrival, DateOnly today, Staff staff)
    {
        var takeover = new DateOnly(arrival.Year, arrival.Month, 1);
        var id = householdIds.Next();
        var allocated = takeover.AddDays(-45);
        var members = Enumerable.Range(0, count).Select(i => Person(n, i, id, allocated)).ToList();
        var household = new Household
        {
            Id = id, Reference = $"B{n:000000}", Name = $"{members[0].GivenName} {members[0].FamilyName}", Basis = ResidenceBasis.Asylum71, AllocationDate = allocated,
            TakeoverDate = takeover, TakeoverRule = "asylum", ArrivalDate = arrival, HasArrived = arrival <= today, Centre = "Center 1", CaseWorkerId = staff.For("reception-unit", n).Account.Id,
            ContactPersonId = staff.For("employment-advisor", n).Account.Id, CreatedAt = now,
        };
        Households.Add((household, members));
    }

    private Person Person(int household, int place, Guid householdId, DateOnly allocated)
    {
        var n = people++;
        var (given, family) = Names.Of(household, n);
        var role = place == 0 ? HouseholdRole.Head : place == 1 && n % 3 > 0 ? HouseholdRole.Spouse : HouseholdRole.Child;
        var age = role == HouseholdRole.Child ? Numbers.Pick(41, (ulong)n, 18) : 20 + Numbers.Pick(42, (ulong)n, 40);
        var born = allocated.AddYears(-age).AddDays(-Numbers.Pick(43, (ulong)n, 365));
        return new Person
        {
            Id = personIds.Next(), HouseholdId = householdId, CaseRef = $"B{n:000000}-P", Role = role, GivenName = given, FamilyName = family,
            SearchName = NameFolding.Fold(given, family), BirthDate = born, BirthYear = born.Year, Sex = n % 2 == 0 ? Sex.Female : Sex.Male, Nationality = "SYR",
            Language = Languages[n % Languages.Length], NeedsInterpreter = role != HouseholdRole.Child, English = Proficiency.None, Education = EducationLevel.Secondary,
            Basis = ResidenceBasis.Asylum71, PermitDate = allocated, AllocationDate = allocated, HasProtectedAddress = n % 50 == 0, CreatedAt = now,
        };
    }
}
