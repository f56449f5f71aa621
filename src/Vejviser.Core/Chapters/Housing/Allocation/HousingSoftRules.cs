using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>Among neighbours in work.</summary>
internal sealed class NeighboursInWork(double weight) : SoftRule<SeekerFacts, HomeFacts>
{
    public override string Name => "work";

    public override double Weight => weight;

    public override string Unit => "percent";

    public override double Amount(SeekerFacts seeker, HomeFacts place) => place.WorkPercent;
}

/// <summary>Near a school, where there are children.</summary>
internal sealed class NearSchool(double weight) : SoftRule<SeekerFacts, HomeFacts>
{
    public override string Name => "school";

    public override double Weight => -weight;

    public override string Unit => "km";

    public override double Amount(SeekerFacts seeker, HomeFacts place) => seeker.Children > 0 ? place.SchoolMetres / 1000.0 : 0;
}

/// <summary>Near bus or train.</summary>
internal sealed class NearTransport(double weight) : SoftRule<SeekerFacts, HomeFacts>
{
    public override string Name => "transport";

    public override double Weight => -weight;

    public override string Unit => "km";

    public override double Amount(SeekerFacts seeker, HomeFacts place) => place.TransportMetres / 1000.0;
}

/// <summary>Among students, for who will study: the catalogue's own example (page 22).</summary>
internal sealed class AmongStudents(double weight) : SoftRule<SeekerFacts, HomeFacts>
{
    public override string Name => "youth";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(SeekerFacts seeker, HomeFacts place) => seeker.IsFutureStudent && place.Kind == DwellingKind.Youth ? 1 : 0;
}

/// <summary>No room more than needed.</summary>
internal sealed class NoSpareRoom(double weight) : SoftRule<SeekerFacts, HomeFacts>
{
    public override string Name => "spare-room";

    public override double Weight => -weight;

    public override string Unit => "rooms";

    public override double Amount(SeekerFacts seeker, HomeFacts place) => Math.Max(0, place.Rooms - seeker.LeastRooms);
}
