using Vejviser.Matching.Rules;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// A practice that pairs newcomers with volunteers, as its chapter says: which rules both sides have, what they weigh, and which of the practice's own steps and limits go with it.
/// </summary>
public abstract class PairPractice
{
    /// <summary>The practice's id in the catalogue.</summary>
    public abstract string Id { get; }

    /// <summary>In addresses and on the command line, such as <c>mentors</c>.</summary>
    public abstract string Key { get; }

    /// <summary>The partner in the definition whose volunteers these are.</summary>
    public abstract string Partner { get; }

    /// <summary>The step that is done when somebody is proposed; its day is the day to propose by.</summary>
    public abstract string ProposedStep { get; }

    /// <summary>The steps that are done when a pair is closed.</summary>
    public abstract IReadOnlyList<string> ClosingSteps { get; }

    /// <summary>The limit that says how many months a pair runs.</summary>
    public abstract string Months { get; }

    /// <summary>The limit that says how many hours a month are given; null where hours are not promised.</summary>
    public virtual string? HoursAMonth => null;

    /// <summary>The limit that says how many newcomers a volunteer has at once, first of all; null for one.</summary>
    public virtual string? MostAtOnce => null;

    /// <summary>The limit that says how many months a certificate's declaration holds; null where none is asked for.</summary>
    public virtual string? CertificateMonths => null;

    /// <summary>Whether industries are asked of both sides.</summary>
    public virtual bool HasIndustries => false;

    /// <summary>The limit that says within how many workdays volunteers' enquiries are answered; null where the practice promises nothing.</summary>
    public virtual string? AnswerWorkdays => null;

    /// <summary>The limit that says in how many towns there is to be an activity leader; null where none is promised.</summary>
    public virtual string? Towns => null;

    /// <summary>The limits that weigh, in the order of the policy; the last is what each earlier newcomer of a volunteer costs.</summary>
    public abstract IReadOnlyList<string> Weights { get; }

    /// <summary>What newcomers ask of a volunteer.</summary>
    public abstract RuleBook<PairSeekerFacts, VolunteerFacts> AsksOfVolunteer(PairPolicy policy);

    /// <summary>What volunteers, and the law for them, ask of a newcomer.</summary>
    public abstract RuleBook<VolunteerFacts, PairSeekerFacts> AsksOfNewcomer(PairPolicy policy, DateOnly day);

    /// <summary>Points that each earlier newcomer of a volunteer costs, so that they are asked in turn.</summary>
    public double TurnPrice(PairPolicy policy) => policy[Weights[^1]];
}
