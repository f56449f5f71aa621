using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What is known of a household when its plan is made; the conditions of the steps ask it.</summary>
public sealed record HouseholdFacts(ResidenceBasis Basis, IReadOnlyList<PersonFacts> People)
{
    public static HouseholdFacts Of(Household household, IEnumerable<Person> people) => new(
        household.Basis,
        [.. people.Where(p => p.MergedIntoId is null).OrderBy(p => p.Role).ThenBy(p => p.BirthDate).ThenBy(p => p.Id).Select(PersonFacts.Of)]);
}

/// <summary>What is known of one of its people. <c>Unknown</c> and null mean not known yet, never no.</summary>
public sealed record PersonFacts(
    Guid Id,
    HouseholdRole Role,
    DateOnly? BirthDate,
    int? BirthYear,
    bool NeedsInterpreter,
    Proficiency English,
    EducationLevel Education,
    bool HadOwnBusiness,
    ResidenceBasis Basis,
    bool IsUnaccompanied)
{
    public static PersonFacts Of(Person p) => new(
        p.Id, p.Role, p.BirthDate, p.BirthYear, p.NeedsInterpreter, p.English, p.Education, p.HadOwnBusiness, p.Basis, p.IsUnaccompanied);

    internal bool IsChild => Role is HouseholdRole.Child or HouseholdRole.Minor;

    /// <summary>The youngest and the oldest the person can be on a day, in whole years; null where not even the year is known.</summary>
    internal (int Youngest, int Oldest)? AgeOn(DateOnly day)
    {
        if (BirthDate is { } born)
        {
            var age = day.Year - born.Year;
            age = born.AddYears(age) > day ? age - 1 : age;
            return (age, age);
        }

        return BirthYear is { } year ? (day.Year - year - 1, day.Year - year) : null;
    }
}
