using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>A household as housing sees it: its people, and what staff have written.</summary>
public sealed record NeedSource(Guid HouseholdId, string? Reference, DateOnly? TakeoverDate, DateOnly? ArrivalDate, DateTime CreatedAt, IReadOnlyList<PersonToHouse> People, HousingNeed? Written);

/// <summary>What housing asks of a person.</summary>
public sealed record PersonToHouse(HouseholdRole Role, EducationLevel Education, DateOnly? BirthDate, int? BirthYear)
{
    public int? AgeOn(DateOnly day) => Age.On(day, BirthDate, BirthYear);
}

/// <summary>What a household needs on a day: what staff have written, and where they have not, what follows from its people.</summary>
/// <param name="Label">Its reference, or the end of its id: the list and the meeting show no names.</param>
/// <param name="LeastRooms">At most so many people for each room as the policy says.</param>
/// <param name="IsYoungAndAlone">May be offered a home meant for the young.</param>
public sealed record WorkedOutNeed(
    Guid HouseholdId, string Label, int Adults, int Children, int LeastRooms, RentSum Sum, bool NeedsAccess, bool IsFutureStudent, bool IsYoungAndAlone, DateOnly From, DateOnly WaitingSince, bool IsWaiting, string? Note)
{
    public int People => Adults + Children;

    /// <summary>Came on the list by themselves, their home having become too small for so many.</summary>
    public bool HasOutgrownHome { get; init; }

    public int DaysWaited(DateOnly day) => Math.Max(0, day.DayNumber - WaitingSince.DayNumber);

    public int MonthsWaited(DateOnly day) => DaysWaited(day) / 30;

    /// <param name="youthBelow">Homes for the young are let to those under it.</param>
    public static WorkedOutNeed Of(NeedSource source, HousingEconomy? economy, HousingPolicy policy, int youthBelow, DateOnly today)
    {
        var written = source.Written;
        var children = source.People.Count(p => IsChild(p, today));
        var adults = Math.Max(1, source.People.Count - children);
        var alone = source.People is [var only] && only.AgeOn(today) is >= Age.OfMajority and var age && age < youthBelow ? only : null;
        var rooms = written?.Rooms ?? Math.Max(1, (adults + children + policy.PeoplePerRoom - 1) / policy.PeoplePerRoom);
        var earliest = written?.From ?? source.ArrivalDate ?? today;
        return new WorkedOutNeed(
            source.HouseholdId, CaseLabels.OfHousehold(source.HouseholdId, source.Reference), adults, children, rooms, RentSum.Of(adults, children, written?.Income, written?.HousingBenefit ?? 0, economy, policy),
            written?.NeedsAccess ?? false, written?.IsFutureStudent ?? alone is { Education: EducationLevel.Secondary or EducationLevel.UniversityShort or EducationLevel.University }, alone is not null,
            earliest < today ? today : earliest, written?.WaitingSince ?? SinceOf(source), written?.IsWaiting ?? false, written?.Note)
        {
            HasOutgrownHome = written is { IsWaiting: true, OutgrownPeople: not null },
        };
    }

    /// <summary>They have waited since the municipality took over.</summary>
    public static DateOnly SinceOf(NeedSource source) => source.TakeoverDate ?? TimeZones.DayOf(source.CreatedAt);

    private static bool IsChild(PersonToHouse person, DateOnly today) => person.AgeOn(today) is { } age ? age < Age.OfMajority : person.Role is HouseholdRole.Child or HouseholdRole.Minor;
}
