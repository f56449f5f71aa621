namespace Vejviser.Matching.Rules;

/// <summary>The place has room for the whole seeker: a home with too few rooms is refused.</summary>
public sealed class HasRoom<TSeeker, TPlace>(Func<TSeeker, double> needs, Func<TPlace, double> has, string unit) : HardRule<TSeeker, TPlace>
{
    public override string Name => "has-room";

    public override Reason? Refuse(TSeeker seeker, TPlace place) =>
        needs(seeker) <= has(place) ? null : new Reason(Name, ("needs", needs(seeker)), ("has", has(place)), ("unit", unit));
}

/// <summary>The place is no farther away than the seeker can go.</summary>
public sealed class WithinReach<TSeeker, TPlace>(Func<TSeeker, TPlace, double> distance, double most, string unit) : HardRule<TSeeker, TPlace>
{
    public override string Name => "within-reach";

    public override Reason? Refuse(TSeeker seeker, TPlace place) =>
        distance(seeker, place) <= most ? null : new Reason(Name, ("distance", distance(seeker, place)), ("most", most), ("unit", unit));
}

/// <summary>Both have at least one thing in common, such as a language.</summary>
public sealed class SharesOne<TSeeker, TPlace>(Func<TSeeker, IReadOnlyCollection<string>> own, Func<TPlace, IReadOnlyCollection<string>> theirs, string what)
    : HardRule<TSeeker, TPlace>
{
    public override string Name => "shares-one";

    public override Reason? Refuse(TSeeker seeker, TPlace place) => own(seeker).Any(theirs(place).Contains)
        ? null : new Reason(Name, ("what", what), ("own", string.Join(", ", own(seeker))), ("theirs", string.Join(", ", theirs(place))));
}

/// <summary>Nearer is better: each unit of distance takes its weight from the score.</summary>
public sealed class Nearness<TSeeker, TPlace>(Func<TSeeker, TPlace, double> distance, double weight, string unit) : SoftRule<TSeeker, TPlace>
{
    public override string Name => "nearness";

    public override double Weight => -weight;

    public override string Unit => unit;

    public override double Amount(TSeeker seeker, TPlace place) => distance(seeker, place);
}

/// <summary>The chance of something good, such as work within a year, between 0 and 1.</summary>
public sealed class Chance<TSeeker, TPlace>(string of, Func<TSeeker, TPlace, double> chance, double weight) : SoftRule<TSeeker, TPlace>
{
    public override string Name => of;

    public override double Weight => weight;

    public override string Unit => "chance";

    public override double Amount(TSeeker seeker, TPlace place) => Math.Clamp(chance(seeker, place), 0, 1);
}

/// <summary>How many things both have in common, such as interests.</summary>
public sealed class InCommon<TSeeker, TPlace>(
    Func<TSeeker, IReadOnlyCollection<string>> own, Func<TPlace, IReadOnlyCollection<string>> theirs, double weight, string unit) : SoftRule<TSeeker, TPlace>
{
    public override string Name => "in-common";

    public override double Weight => weight;

    public override string Unit => unit;

    public override double Amount(TSeeker seeker, TPlace place) => own(seeker).Count(theirs(place).Contains);
}
