using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>A language in common: the meeting is held without an interpreter.</summary>
internal sealed class CommonLanguage(double weight) : SoftRule<GuestFacts, RoomFacts>
{
    public override string Name => "language";

    public override double Weight => weight;

    public override string Unit => "languages";

    public override double Amount(GuestFacts seeker, RoomFacts place) => seeker.Languages.Count(place.Languages.Contains);
}

/// <summary>Both want the same of everyday life; who has said nothing of it fits with both.</summary>
internal sealed class SameEverydayLife(double weight) : SoftRule<GuestFacts, RoomFacts>
{
    public override string Name => "together";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(GuestFacts seeker, RoomFacts place) => seeker.Together != Togetherness.NoMatter && seeker.Together == place.Together ? 1 : 0;
}

/// <summary>Where they would like to live, such as near work or relatives.</summary>
internal sealed class WantedArea(double weight) : SoftRule<GuestFacts, RoomFacts>
{
    public override string Name => "area";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(GuestFacts seeker, RoomFacts place) => seeker.Area == place.AreaId ? 1 : 0;
}

/// <summary>Near bus or train.</summary>
internal sealed class HostNearTransport(double weight) : SoftRule<GuestFacts, RoomFacts>
{
    public override string Name => "transport";

    public override double Weight => -weight;

    public override string Unit => "km";

    public override double Amount(GuestFacts seeker, RoomFacts place) => place.TransportMetres / 1000.0;
}

/// <summary>Who has waited longest first, where there are not hosts enough.</summary>
internal sealed class WaitedLong(double weight) : SoftRule<GuestFacts, RoomFacts>
{
    public override string Name => "waiting";

    public override double Weight => weight;

    public override string Unit => "months";

    public override double Amount(GuestFacts seeker, RoomFacts place) => Math.Round(seeker.DaysWaited / AllocationProblems.DaysInMonth, 1);
}

/// <summary>The host who has waited longest first, where there are hosts to choose between.</summary>
internal sealed class HostWaitedLong(double weight) : SoftRule<RoomFacts, GuestFacts>
{
    public override string Name => "host-waiting";

    public override double Weight => weight;

    public override string Unit => "months";

    public override double Amount(RoomFacts seeker, GuestFacts place) => Math.Round(seeker.DaysWaited / AllocationProblems.DaysInMonth, 1);
}
