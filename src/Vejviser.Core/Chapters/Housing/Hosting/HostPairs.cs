using Vejviser.Matching;
using Vejviser.Matching.Pairs;
using Vejviser.Matching.Rules;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>A household and the host proposed to it, or that it waits, and why.</summary>
/// <param name="Room">Null where it waits.</param>
/// <param name="RunnerUp">The next best host for it; null where there is none.</param>
/// <param name="Price">What the whole loses with the runner-up: households left alone, and points.</param>
/// <param name="Why">Where it waits: <c>no-giver-fits</c>, <c>all-declined</c>, <c>givers-are-better-used</c> or <c>givers-have-agreed-with-others</c>.</param>
/// <param name="Refusals">How many hosts each rule refused, by its code.</param>
public sealed record HostPairLine(GuestFacts Guest, RoomFacts? Room, double Score, IReadOnlyList<RuleScore> Parts, RoomFacts? RunnerUp, PairAlternative? Price, string? Why, IReadOnlyDictionary<string, int> Refusals);

/// <summary>A host that a household could have by hand, and what it costs the whole.</summary>
public sealed record HostChoice(RoomFacts Room, double Score, PairAlternative Price);

/// <summary>
/// Hosts and households put together by the kernel's pairing: as many households as can be, then as many points; the rules of both sides must accept. The same facts and weights give the same answer.
/// </summary>
public sealed class HostPairs
{
    private readonly Pairing pairing;
    private readonly PairProblem problem;
    private readonly Dictionary<string, RoomFacts> rooms;

    public HostPairs(HostingFacts facts, HostWeights weights)
    {
        Facts = facts;
        rooms = facts.Rooms.ToDictionary(r => Id(r.Id), StringComparer.Ordinal);
        RuleBook<GuestFacts, RoomFacts> asksOfHost = new(
            [new HomeNotListed(), new NoPetsWhereAvoided(), new NotProtected()],
            [new CommonLanguage(weights.Language), new SameEverydayLife(weights.Together), new WantedArea(weights.Area), new HostNearTransport(weights.Transport), new WaitedLong(weights.Waiting)]);
        RuleBook<RoomFacts, GuestFacts> asksOfGuest = new([new RoomForAll(facts.HouseholdMost), new SmokeWhereAllowed(), new NobodySaidNo(facts.Declined)], [new HostWaitedLong(weights.HostWaiting)]);
        problem = PairProblem.Judge("hosts", [.. facts.Guests.Select(g => (new PairSeeker(Id(g.Id)), g))], [.. facts.Rooms.Select(r => (new PairGiver(Id(r.Id)), r))], asksOfHost, asksOfGuest);
        pairing = Pairing.Start(problem);
        var answer = pairing.Answer();
        var paired = answer.Pairs.ToDictionary(p => p.Seeker, StringComparer.Ordinal);
        var alone = answer.Unpaired.ToDictionary(u => u.Seeker, StringComparer.Ordinal);
        Lines = [.. facts.Guests.Select(g => Line(g, paired.GetValueOrDefault(Id(g.Id)), alone.GetValueOrDefault(Id(g.Id))))];
        Score = answer.Score;
        Fingerprint = Foundation.Common.Fingerprint.Of(Lines.Select(l => (l.Guest.Id, l.Room?.Id)));
    }

    public HostingFacts Facts { get; }

    public IReadOnlyList<HostPairLine> Lines { get; }

    public double Score { get; }

    /// <summary>Who is proposed to whom, shortly: putting forward names it, so that nobody puts forward what they have not seen.</summary>
    public string Fingerprint { get; }

    /// <summary>The hosts that keep every rule of both, best first.</summary>
    public IReadOnlyList<HostChoice> ChoicesFor(Guid household) =>
    [
        .. problem.Options.Where(o => o.Seeker == Id(household)).OrderByDescending(o => o.Score).ThenBy(o => o.Giver, StringComparer.Ordinal)
            .Select(o => pairing.PriceOf(o.Seeker, o.Giver) is { } price ? new HostChoice(rooms[o.Giver], Math.Round(o.Score, 1), price) : null).OfType<HostChoice>(),
    ];

    /// <summary>What stands in the way of a pair; null where nothing does.</summary>
    public Reason? RefusalOf(Guid household, Guid host) =>
        (problem.Refusals ?? []).FirstOrDefault(r => r.Seeker == Id(household) && r.Giver == Id(host))?.Reasons[0];

    public IReadOnlyList<RuleScore> PartsOf(Guid household, Guid host) => problem.Options.FirstOrDefault(o => o.Seeker == Id(household) && o.Giver == Id(host))?.Parts ?? [];

    private HostPairLine Line(GuestFacts guest, Pair? pair, Unpaired? alone)
    {
        // The first that stands in the way is what staff hear of a host: each counts once.
        var refusals = (problem.Refusals ?? []).Where(r => r.Seeker == Id(guest.Id)).GroupBy(r => r.Reasons[0].Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return pair is null
            ? new HostPairLine(guest, null, 0, [], null, null, alone?.Reason.Code ?? "no-giver-fits", refusals)
            : new HostPairLine(guest, rooms[pair.Giver], pair.Score, pair.Parts, pair.RunnerUp is { } next ? rooms[next.Giver] : null, pair.RunnerUp, null, refusals);
    }

    private static string Id(Guid id) => id.ToString("N");
}
