using Vejviser.Core.Foundation.Common;
using Vejviser.Matching.Rotation;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// Whose turn it is, and who lives nearest: the kernel's rotation over those who wait, with the turns that the ledger has. As few as possible without a doctor, then turns as even as reach
/// allows, then as few metres as possible. Who has a doctor is in nobody's way: nobody is moved to make turns even.
/// </summary>
public static class ProposeDoctors
{
    /// <summary>Nobody here has a doctor yet, so that all may be proposed anew each time without anybody being moved.</summary>
    private const int MovesNobody = 0;

    public static DoctorProposal Propose(DoctorFacts facts, DoctorPolicy policy)
    {
        var turning = Turning.Of(facts, policy);
        IReadOnlyList<ProposedDoctor> lines = [.. facts.Seekers.Select(s => Line(s, facts, policy, turning))];
        IReadOnlyList<PracticeTurns> practices = [.. facts.Practices.Select(p => new PracticeTurns(p, lines.Count(l => l.Practice?.Id == p.Id)))];
        return new DoctorProposal(lines, practices, DifferenceOf(lines, practices, policy), Fingerprint.Of(lines.Select(l => (l.Seeker.Id, l.Practice?.Id))));
    }

    /// <summary>For a choice by hand: every practice that takes newcomers, nearest first, with what it costs the whole; the cost is null beyond reach.</summary>
    public static IReadOnlyList<(PracticeFacts Practice, int Metres, OtherDoctor? Cost)> Choices(DoctorFacts facts, DoctorPolicy policy, Guid person)
    {
        if (facts.Seekers.FirstOrDefault(s => s.Id == person) is not { District: { } district } seeker)
            return [];
        var free = Turning.Of(Without(facts, seeker), policy);
        return [.. facts.Practices.Where(p => p.TakesNewcomers).Select(p => (Practice: p, Metres: district.Place.MetresTo(p.Place), Cost: free.PriceOf(seeker, p))).OrderBy(c => c.Metres).ThenBy(c => c.Practice.Name, StringComparer.CurrentCulture)];
    }

    private static DoctorFacts Without(DoctorFacts facts, DoctorSeeker seeker) => facts with { Seekers = [.. facts.Seekers.Select(s => s.Id == seeker.Id ? s with { Chosen = null, ChosenReason = null } : s)] };

    private static ProposedDoctor Line(DoctorSeeker seeker, DoctorFacts facts, DoctorPolicy policy, Turning turning)
    {
        if (seeker.District is null || seeker.IsHeld)
            return new ProposedDoctor(seeker, null, null, null, [], [], null, seeker.IsHeld ? seeker.ChosenReason : null, null, seeker.IsHeld ? "by-hand" : "no-district");
        var why = turning.Rotation.Why(Key(seeker.Id));
        var isByHand = turning.Pinned.Contains(seeker.Id);
        return new ProposedDoctor(
            seeker, turning.Find(why.Practice), why.Metres, why.Turn, why.Nearer, why.Refused,
            !isByHand && why.RunnerUp is { } next ? new OtherDoctor(turning.Find(next.Practice)!, next.Turns, next.Metres) : null,
            isByHand ? seeker.ChosenReason : null, isByHand ? Turning.Of(Without(facts, seeker), policy).PriceOf(seeker, turning.Find(why.Practice)!) : null, why.Practice is null ? "nobody-in-reach" : null);
    }

    private static int DifferenceOf(IReadOnlyList<ProposedDoctor> lines, IReadOnlyList<PracticeTurns> practices, DoctorPolicy policy)
    {
        var after = practices.ToDictionary(p => p.Practice.Id);
        bool HasRoom(PracticeTurns p) => p.Practice.Standing == PracticeStanding.Open && (p.Practice.Capacity is not { } most || p.Practice.Account.Patients + p.Proposed < most);
        return lines.Where(l => l is { Practice: not null, ByHand: null })
            .SelectMany(l => practices.Where(p => p.Practice.Id != l.Practice!.Id && HasRoom(p) && l.Seeker.District!.Place.MetresTo(p.Practice.Place) <= policy.MostMetres).Select(p => after[l.Practice!.Id].Levels.Most - p.Levels.Least))
            .DefaultIfEmpty(0).Max(d => Math.Max(0, d));
    }

    private static string Key(Guid id) => id.ToString("N");

    /// <summary>The kernel's rotation of the facts, and the way back from its ids.</summary>
    private sealed record Turning(DoctorRotation Rotation, IReadOnlyDictionary<string, PracticeFacts> ById, IReadOnlySet<Guid> Pinned)
    {
        public static Turning Of(DoctorFacts facts, DoctorPolicy policy)
        {
            var (byId, pinned) = (facts.Practices.ToDictionary(p => Key(p.Id), StringComparer.Ordinal), PinnedOf(facts));
            var problem = new RotationProblem(
                DoctorPolicy.Practice, new RotationPolicy(policy.MostMetres, MovesNobody), [.. byId.Select(p => Of(p.Key, p.Value))],
                [.. facts.Seekers.Where(s => s is { District: not null, IsHeld: false }).Select(s => Of(s, facts, pinned.Contains(s.Id)))]);
            return new Turning(DoctorRotation.Start(problem), byId, pinned);
        }

        public PracticeFacts? Find(string? practice) => practice is null ? null : ById[practice];

        public OtherDoctor? PriceOf(DoctorSeeker seeker, PracticeFacts practice) =>
            Rotation.PriceOf(Key(seeker.Id), Key(practice.Id)) is { } price ? new OtherDoctor(practice, price.Turns, price.Metres) : null;

        private static Practice Of(string id, PracticeFacts practice) => new(
            id, practice.Numbers, practice.RoomLeft,
            practice.Standing switch { PracticeStanding.Open => PracticeState.Open, PracticeStanding.Closed => PracticeState.Closed, _ => PracticeState.Withdrawn }, Math.Max(0, practice.Account.Turns));

        private static Citizen Of(DoctorSeeker seeker, DoctorFacts facts, bool isPinned) => new(
            Key(seeker.Id), [.. facts.Practices.Select(p => new Distance(Key(p.Id), seeker.District!.Place.MetresTo(p.Place)))], isPinned ? Key(seeker.Chosen!.Value) : null, isPinned);

        /// <summary>A choice of a practice that has closed, withdrawn or filled since is none any more; who has waited longest keeps theirs.</summary>
        private static HashSet<Guid> PinnedOf(DoctorFacts facts) =>
            [.. facts.Practices.Where(p => p.Standing == PracticeStanding.Open).SelectMany(p => facts.Seekers.Where(s => s.District is not null && s.Chosen == p.Id).OrderBy(s => s.Since).ThenBy(s => s.Id).Take(p.RoomLeft ?? int.MaxValue)).Select(s => s.Id)];
    }
}
