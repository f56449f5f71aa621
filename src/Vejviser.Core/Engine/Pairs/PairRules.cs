using Vejviser.Matching;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Only whom the practice is for.</summary>
public sealed class IsEligible : HardRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "not-eligible";

    public override Reason? Refuse(PairSeekerFacts seeker, VolunteerFacts place) => seeker.IsEligible ? null : new Reason(Name);
}

/// <summary>Only who agrees to be contacted by volunteers.</summary>
public sealed class HasAgreed : HardRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "no-consent";

    public override Reason? Refuse(PairSeekerFacts seeker, VolunteerFacts place) => seeker.HasConsent ? null : new Reason(Name);
}

/// <summary>The mother tongue in common.</summary>
public sealed class CommonLanguage(double weight) : SoftRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "language";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(PairSeekerFacts seeker, VolunteerFacts place) => seeker.MotherTongue is { } tongue && place.Languages.Contains(tongue) ? 1 : 0;
}

/// <summary>Who has waited longer goes first where there are too few volunteers.</summary>
public sealed class WaitedLonger(double weight) : SoftRule<PairSeekerFacts, VolunteerFacts>
{
    private const double DaysInWeek = 7;

    public override string Name => "waited";

    public override double Weight => weight;

    public override string Unit => "weeks";

    public override double Amount(PairSeekerFacts seeker, VolunteerFacts place) => Math.Floor(seeker.DaysWaited / DaysInWeek);
}
