using Vejviser.Core.Engine.Pairs;
using Vejviser.Matching;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.CivilSociety.HostFamilies;

/// <summary>The host family lives where the family moves in.</summary>
public sealed class LivesInTheTown : HardRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "other-town";

    public override Reason? Refuse(PairSeekerFacts seeker, VolunteerFacts place) => seeker.Town switch
    {
        null => new Reason("town-unknown"),
        { } town when place.Towns.Contains(town) => null,
        { } town => new Reason(Name, ("town", town)),
    };
}

/// <summary>
/// Nobody without a child-protection certificate in force comes to a family with young children (LBK 362 of 2 April 2014). A child whose age is not known
/// counts as young.
/// </summary>
public sealed class CertificateWhereChildren(int lastAge, DateOnly day) : HardRule<VolunteerFacts, PairSeekerFacts>
{
    public override string Name => "certificate";

    public override Reason? Refuse(VolunteerFacts seeker, PairSeekerFacts place) =>
        seeker.CertificateTo >= day || place.ChildAges.All(a => a > lastAge) ? null : new Reason(Name, ("age", lastAge));
}

/// <summary>Children on both sides.</summary>
public sealed class ChildrenOnBothSides(double weight) : SoftRule<PairSeekerFacts, VolunteerFacts>
{
    public override string Name => "children";

    public override double Weight => weight;

    public override string Unit => "times";

    public override double Amount(PairSeekerFacts seeker, VolunteerFacts place) => seeker.ChildAges.Count > 0 && place.HasChildren ? 1 : 0;
}
