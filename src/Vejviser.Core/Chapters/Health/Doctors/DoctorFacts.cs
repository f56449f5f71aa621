namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>Somebody who is to have a doctor: only what decides which. No name, no address.</summary>
/// <param name="Label">The case reference, or the end of the id.</param>
/// <param name="District">Null while nobody has said where the household lives.</param>
/// <param name="Left">The practice that withdrew; null for a newcomer.</param>
/// <param name="ChosenReason">Why staff chose by hand; null where they did not.</param>
/// <param name="Chosen">The practice chosen by hand; null with a reason: waits.</param>
public sealed record DoctorSeeker(Guid Id, Guid HouseholdId, string Label, CareDistrict? District, DateOnly Since, Guid? Left, string? ChosenReason, Guid? Chosen)
{
    public bool IsHeld => ChosenReason is not null && Chosen is null;
}

/// <summary>A practice as it stands, with its account.</summary>
public sealed record PracticeFacts(
    Guid Id, string Name, MapPoint Place, int Numbers, int? Capacity, PracticeStanding Standing, DateOnly Since, PracticeAccounts Account)
{
    /// <summary>Null for no limit.</summary>
    public int? RoomLeft => Capacity is { } most ? Math.Max(0, most - Account.Patients) : null;

    public bool TakesNewcomers => Standing == PracticeStanding.Open && RoomLeft is not 0;

    /// <summary>Turns that the provider number with fewest has had.</summary>
    public int Level => Account.Turns / Numbers;
}

/// <summary>All that the proposal depends on but the policy.</summary>
public sealed record DoctorFacts(IReadOnlyList<DoctorSeeker> Seekers, IReadOnlyList<PracticeFacts> Practices);
