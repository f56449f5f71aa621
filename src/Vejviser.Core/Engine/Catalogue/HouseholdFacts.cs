using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What is known of a household when its plan is made or a practice offered; the conditions ask it.</summary>
public sealed record HouseholdFacts(ResidenceBasis Basis, IReadOnlyList<PersonFacts> People)
{
    public DateOnly? ArrivalDate { get; init; }

    public bool HasArrived { get; init; }

    /// <summary>Is registered at an asylum centre.</summary>
    public bool HasCentre { get; init; }

    /// <param name="said">What its people said, agreed to and take part in, by person; none where only a plan's steps are asked.</param>
    public static HouseholdFacts Of(Household household, IEnumerable<Person> people, IReadOnlyDictionary<Guid, SaidFacts>? said = null) => new(
        household.Basis,
        [.. people.Where(p => p.MergedIntoId is null).OrderBy(p => p.Role).ThenBy(p => p.BirthDate).ThenBy(p => p.Id).Select(p => PersonFacts.Of(p, said?.GetValueOrDefault(p.Id)))])
    {
        ArrivalDate = household.ArrivalDate,
        HasArrived = household.HasArrived,
        HasCentre = household.Centre is not null,
    };
}

/// <summary>What is known of a person beyond their own row.</summary>
/// <param name="Consents">By purpose: true in force, false withdrawn; a purpose nobody asked about is missing.</param>
/// <param name="Running">Practices the person, or their household, runs, waits for or rests in.</param>
/// <param name="Completed">Practices they have completed.</param>
/// <param name="Answers">Answers to practices' questions; a question nobody asked is missing.</param>
public sealed record SaidFacts(
    IReadOnlyDictionary<string, bool> Consents, IReadOnlySet<string> Running, IReadOnlySet<string> Completed, IReadOnlyDictionary<string, bool> Answers)
{
    public static readonly SaidFacts Nothing = new(new Dictionary<string, bool>(), new HashSet<string>(), new HashSet<string>(), new Dictionary<string, bool>());
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
    public Sex Sex { get; init; }

    /// <summary>BCP 47.</summary>
    public string? Language { get; init; }

    /// <summary>Who has a permit or is allocated has <see cref="AsylumPhase.Permit"/>, whatever was written before.</summary>
    public AsylumPhase Phase { get; init; }

    public DateOnly? DenmarkSince { get; init; }

    public DanishTrack DanishTrack { get; init; }

    public bool HasOccupation { get; init; }

    public IReadOnlyDictionary<string, bool> Consents { get; init; } = SaidFacts.Nothing.Consents;

    public IReadOnlySet<string> Running { get; init; } = SaidFacts.Nothing.Running;

    public IReadOnlySet<string> Completed { get; init; } = SaidFacts.Nothing.Completed;

    public IReadOnlyDictionary<string, bool> Answers { get; init; } = SaidFacts.Nothing.Answers;

    public static PersonFacts Of(Person p, SaidFacts? said = null) => new(
        p.Id, p.Role, p.BirthDate, p.BirthYear, p.NeedsInterpreter, p.English, p.Education, p.HadOwnBusiness, p.Basis, p.IsUnaccompanied)
    {
        Sex = p.Sex,
        Language = p.Language,
        Phase = p.PermitDate is null && p.AllocationDate is null ? p.AsylumPhase : AsylumPhase.Permit,
        DenmarkSince = p.DenmarkSince,
        DanishTrack = p.DanishTrack,
        HasOccupation = !string.IsNullOrEmpty(p.Occupation),
        Consents = (said ?? SaidFacts.Nothing).Consents,
        Running = (said ?? SaidFacts.Nothing).Running,
        Completed = (said ?? SaidFacts.Nothing).Completed,
        Answers = (said ?? SaidFacts.Nothing).Answers,
    };

    internal bool IsChild => Role is HouseholdRole.Child or HouseholdRole.Minor;

    /// <summary>The youngest and the oldest the person can be on a day, in whole years; null where not even the year is known.</summary>
    internal (int Youngest, int Oldest)? AgeOn(DateOnly day)
    {
        if (BirthDate is { } born)
        {
            var age = Age.On(day, born);
            return (age, age);
        }

        return BirthYear is { } year ? (day.Year - year - 1, day.Year - year) : null;
    }
}
