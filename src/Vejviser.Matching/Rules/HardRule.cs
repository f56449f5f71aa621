namespace Vejviser.Matching.Rules;

/// <summary>A rule that must hold for a pair: it accepts, or refuses with a reason. One class a rule, so that a list of rules reads like the policy.</summary>
/// <typeparam name="TSeeker">Who is placed: a family, a child, a newcomer.</typeparam>
/// <typeparam name="TPlace">Where: a home, a school, a mentor.</typeparam>
public abstract class HardRule<TSeeker, TPlace>
{
    /// <summary>A code; its words are in the texts.</summary>
    public abstract string Name { get; }

    /// <returns>Null where the rule accepts the pair.</returns>
    public abstract Reason? Refuse(TSeeker seeker, TPlace place);
}
