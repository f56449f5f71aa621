namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>A household that looks for a host: only what decides with whom it can live. No name.</summary>
/// <param name="Languages">BCP 47 codes its grown-ups speak.</param>
/// <param name="Area">Where it would like to live; null anywhere.</param>
/// <param name="DaysWaited">Since it came into the practice.</param>
/// <param name="IsProtected">Somebody's name and address are protected: never proposed, and never named to a host.</param>
public sealed record GuestFacts(
    Guid Id, Guid PlanId, string Label, int Adults, int Children, IReadOnlyList<string> Languages, bool HasWish, bool Smokes, bool AvoidsPets, Togetherness Together, Guid? Area, DateOnly From, int DaysWaited, bool IsProtected)
{
    public int People => Adults + Children;
}

/// <summary>A host with a free room.</summary>
/// <param name="IsOwed">Promised another household by itself.</param>
public sealed record RoomFacts(
    Guid Id, string Name, string Address, Guid AreaId, string Area, bool IsListed, int TransportMetres, int PeopleMost, bool AcceptsSmoking, bool HasPets, Togetherness Together, IReadOnlyList<string> Languages, DateOnly From,
    int DaysWaited, bool IsOwed);

/// <summary>All that is put together, and by what rules.</summary>
/// <param name="Declined">Pairs of host and household of whom one has said no.</param>
/// <param name="HouseholdMost">People in a household that a host takes at most.</param>
public sealed record HostingFacts(IReadOnlyList<GuestFacts> Guests, IReadOnlyList<RoomFacts> Rooms, IReadOnlySet<(Guid Host, Guid Household)> Declined, int HouseholdMost);
