using Vejviser.Matching;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Never in an area on the state's list of vulnerable areas (integrationsloven § 12).</summary>
internal sealed class HomeNotListed : HardRule<GuestFacts, RoomFacts>
{
    public override string Name => "listed-area";

    public override Reason? Refuse(GuestFacts seeker, RoomFacts place) => place.IsListed ? new Reason(Name, ("area", place.Area)) : null;
}

/// <summary>Who cannot live with animals does not.</summary>
internal sealed class NoPetsWhereAvoided : HardRule<GuestFacts, RoomFacts>
{
    public override string Name => "pets";

    public override Reason? Refuse(GuestFacts seeker, RoomFacts place) => seeker.AvoidsPets && place.HasPets ? new Reason(Name) : null;
}

/// <summary>A protected name and address is not carried to a stranger by a list: such a household is helped by hand, elsewhere.</summary>
internal sealed class NotProtected : HardRule<GuestFacts, RoomFacts>
{
    public override string Name => "protected";

    public override Reason? Refuse(GuestFacts seeker, RoomFacts place) => seeker.IsProtected ? new Reason(Name) : null;
}

/// <summary>The host has room for all of them, and so does the practice.</summary>
internal sealed class RoomForAll(int householdMost) : HardRule<RoomFacts, GuestFacts>
{
    public override string Name => "too-many";

    public override Reason? Refuse(RoomFacts seeker, GuestFacts place) =>
        place.People <= Math.Min(seeker.PeopleMost, householdMost) ? null : new Reason(Name, ("people", place.People), ("most", Math.Min(seeker.PeopleMost, householdMost)));
}

/// <summary>Who smokes lives where it is allowed.</summary>
internal sealed class SmokeWhereAllowed : HardRule<RoomFacts, GuestFacts>
{
    public override string Name => "smoking";

    public override Reason? Refuse(RoomFacts seeker, GuestFacts place) => place.Smokes && !seeker.AcceptsSmoking ? new Reason(Name) : null;
}

/// <summary>A no of either stands.</summary>
internal sealed class NobodySaidNo(IReadOnlySet<(Guid Host, Guid Household)> declined) : HardRule<RoomFacts, GuestFacts>
{
    public override string Name => "said-no";

    public override Reason? Refuse(RoomFacts seeker, GuestFacts place) => declined.Contains((seeker.Id, place.Id)) ? new Reason(Name) : null;
}
