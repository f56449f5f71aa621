using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Matching;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>Never in an area on the state's list of vulnerable areas (integrationsloven § 12).</summary>
internal sealed class NotInListedArea : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "listed-area";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) => place.IsListed ? new Reason(Name, ("area", place.Area)) : null;
}

/// <summary>Rent and use are no more than the household has left for them.</summary>
internal sealed class WithinMeans : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "too-dear";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) =>
        place.Rent <= seeker.MostRent ? null : new Reason(Name, ("rent", place.Rent), ("most", seeker.MostRent));
}

/// <summary>Rooms enough.</summary>
internal sealed class RoomsEnough : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "too-small";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) =>
        seeker.LeastRooms <= place.Rooms ? null : new Reason(Name, ("needs", seeker.LeastRooms), ("has", place.Rooms));
}

/// <summary>Not many rooms more than needed: larger households need them.</summary>
internal sealed class RoomsNotWasted(int spareMost) : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "too-large";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) =>
        place.Rooms <= seeker.LeastRooms + spareMost ? null : new Reason(Name, ("needs", seeker.LeastRooms), ("has", place.Rooms));
}

/// <summary>Who cannot climb stairs gets a home that can be reached.</summary>
internal sealed class AccessWhereNeeded : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "no-access";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) => seeker.NeedsAccess && !place.IsAccessible ? new Reason(Name) : null;
}

/// <summary>Free soon enough.</summary>
internal sealed class FreeInTime(int mostDays) : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "free-too-late";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) => place.AvailableFrom <= seeker.From.AddDays(mostDays)
        ? null : new Reason(Name, ("days", place.AvailableFrom.DayNumber - seeker.From.DayNumber), ("most", mostDays));
}

/// <summary>Homes for the young are let to one young person.</summary>
internal sealed class YouthHomesToTheYoung : HardRule<SeekerFacts, HomeFacts>
{
    public override string Name => "youth-home";

    public override Reason? Refuse(SeekerFacts seeker, HomeFacts place) => place.Kind == DwellingKind.Youth && !seeker.IsYoungAndAlone ? new Reason(Name) : null;
}
