using Vejviser.Core.Engine.Pairs;
using Vejviser.Matching;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Employment;

/// <summary>The mentor can give the hours the practice promises.</summary>
public sealed class HasTheHours(int hoursAMonth) : HardRule<VolunteerFacts, PairSeekerFacts>
{
    public override string Name => "too-few-hours";

    public override Reason? Refuse(VolunteerFacts seeker, PairSeekerFacts place) =>
        seeker.HoursAMonth >= hoursAMonth ? null : new Reason(Name, ("has", seeker.HoursAMonth), ("needs", hoursAMonth));
}

/// <summary>The mentor works in the newcomer's industry.</summary>
public sealed class SameIndustry(double weight) : SoftRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "industry";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(PairSeekerFacts seeker, VolunteerFacts place) => seeker.Industries.Any(i => place.Industries.Contains(i, StringComparer.CurrentCultureIgnoreCase)) ? 1 : 0;
}

/// <summary>The mentor knows people in the newcomer's industry; who works in it knows people there already.</summary>
public sealed class KnowsPeopleInIndustry(double weight) : SoftRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "network";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(PairSeekerFacts seeker, VolunteerFacts place) =>
        seeker.Industries.Any(i => place.Networks.Contains(i, StringComparer.CurrentCultureIgnoreCase) && !place.Industries.Contains(i, StringComparer.CurrentCultureIgnoreCase)) ? 1 : 0;
}

/// <summary>They can meet without a long journey.</summary>
public sealed class InTheSameTown(double weight) : SoftRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "town";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(PairSeekerFacts seeker, VolunteerFacts place) => seeker.Town is { } town && place.Towns.Contains(town) ? 1 : 0;
}
