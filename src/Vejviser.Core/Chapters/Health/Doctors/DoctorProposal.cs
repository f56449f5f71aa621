using Vejviser.Matching;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>What another practice would cost the whole, everybody else at their best.</summary>
/// <param name="Turns">Turns more or fewer.</param>
/// <param name="Metres">Metres more or fewer in all.</param>
public sealed record OtherDoctor(PracticeFacts Practice, long Turns, long Metres);

/// <summary>A person's proposed practice, and why; or why there is none.</summary>
/// <param name="Practice">Null where there is none.</param>
/// <param name="Turn">How many its provider numbers then have at most.</param>
/// <param name="Nearer">Practices that are nearer and take newcomers, with why it is not that one.</param>
/// <param name="Refused">Practices that cannot be the person's, each with the reason.</param>
/// <param name="ByHand">The reason where staff chose.</param>
/// <param name="HandCost">What that costs the whole; null where it is out of reach.</param>
/// <param name="Why">Where there is none: <c>no-district</c>, <c>by-hand</c> or <c>nobody-in-reach</c>.</param>
public sealed record ProposedDoctor(
    DoctorSeeker Seeker, PracticeFacts? Practice, int? Metres, int? Turn, IReadOnlyList<Reason> Nearer, IReadOnlyList<Reason> Refused, OtherDoctor? RunnerUp, string? ByHand, OtherDoctor? HandCost, string? Why);

/// <summary>A practice before and after the proposal.</summary>
/// <param name="Proposed">How many it would be given.</param>
public sealed record PracticeTurns(PracticeFacts Practice, int Proposed)
{
    public int After => Practice.Account.Turns + Proposed;

    /// <summary>Turns of the provider number with fewest, and of that with most, when the proposal is decided.</summary>
    public (int Least, int Most) Levels => (After / Practice.Numbers, (After + Practice.Numbers - 1) / Practice.Numbers);

    /// <summary>Every provider number has had its agreed count.</summary>
    public bool IsDue(DoctorPolicy policy) => Practice.Account.Had >= policy.RenegotiateAt * Practice.Numbers;

    public bool IsSoonDue(DoctorPolicy policy) => !IsDue(policy) && Practice.Account.Had >= policy.WarnAt * Practice.Numbers;

    public bool WillBeDue(DoctorPolicy policy) => !IsDue(policy) && Practice.Account.Had + Proposed >= policy.RenegotiateAt * Practice.Numbers;

    /// <summary>With the proposal decided the agreement is near its count, and not at it.</summary>
    public bool WillBeSoonDue(DoctorPolicy policy) => !IsDue(policy) && !WillBeDue(policy) && Practice.Account.Had + Proposed >= policy.WarnAt * Practice.Numbers;
}

/// <summary>The whole proposal.</summary>
/// <param name="Difference">The most turns by which somebody's proposed practice is above another that takes newcomers in their reach, provider number for provider number; choices by hand left out.</param>
/// <param name="Fingerprint">Who goes where, shortly: a decision names it, so that nobody decides what they have not seen.</param>
public sealed record DoctorProposal(IReadOnlyList<ProposedDoctor> Lines, IReadOnlyList<PracticeTurns> Practices, int Difference, string Fingerprint)
{
    public int Placed => Lines.Count(l => l.Practice is not null);
}
