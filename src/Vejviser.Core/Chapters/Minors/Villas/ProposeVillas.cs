using Vejviser.Core.Foundation.Common;
using Vejviser.Matching;
using Vejviser.Matching.Groups;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>
/// Youths to villas: as many weeks of waiting as possible end, and among such answers housemates share languages, are near in age, get on and live where they wish. Who lives in a villa stays there; whoever lacks a custody holder, an
/// assessment, a birth date or a mother tongue is proposed nothing yet.
/// </summary>
public static class ProposeVillas
{
    /// <summary>The kernel takes no more for one.</summary>
    private const int MostFit = 10_000;

    private const int MostSteps = 60_000;

    /// <summary>Of each other answer that is asked about: there is one for every youth and villa.</summary>
    private const int MostStepsBeside = 3_000;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    public static VillaProposal Propose(VillaTown town, VillaPolicy policy, CancellationToken cancel)
    {
        var problem = new HousemateProblem(town, policy);
        var answer = new HousemateSearch(problem, MostSteps).Solve(KernelAnswer(problem, cancel));
        var lines = town.Villas.Select(v => new VillaLine(v, Placed(problem, answer, v))).ToList();
        var placed = lines.SelectMany(l => l.Proposed).Select(p => p.Youth.Id).ToHashSet();
        return new VillaProposal(
            lines, [.. town.Seekers.Where(y => !placed.Contains(y.Id)).Select(y => new WaitingYouth(y, WhyWaits(lines, policy, y)))], answer.Points, answer.IsProven,
            Fingerprint.Of(string.Join(';', lines.SelectMany(l => l.Proposed.Select(p => $"{p.Youth.Id:N}={l.Villa.Id:N}={p.Contact.Id:N}")).Order(StringComparer.Ordinal))));
    }

    /// <summary>The same with the second best villa of each, and what it costs the whole; of who was chosen by hand what the choice costs.</summary>
    public static VillaProposal WithPrices(VillaProposal proposal, VillaTown town, VillaPolicy policy, CancellationToken cancel) =>
        proposal with { Villas = [.. proposal.Villas.Select(l => l with { Proposed = [.. l.Proposed.Select(p => WithPrice(p, l.Villa, proposal, town, policy, cancel))] })] };

    private static PlacedYouth WithPrice(PlacedYouth placed, VillaHome villa, VillaProposal proposal, VillaTown town, VillaPolicy policy, CancellationToken cancel)
    {
        if (placed.ByHand is null)
            return placed with { RunnerUp = town.Villas.Where(v => v.Id != villa.Id).Select(v => PriceOf(proposal, town, policy, placed.Youth, v, cancel)).OfType<OtherVilla>().OrderBy(o => o.Fewer).ThenBy(o => o.Points).FirstOrDefault() };
        var free = Without(town, placed.Youth.Id);
        return placed with { HandCost = PriceOf(Propose(free, policy, cancel), free, policy, placed.Youth, villa, cancel) };
    }

    /// <summary>For a choice by hand: every villa that can be the youth's, the cheapest for the whole first.</summary>
    public static IReadOnlyList<OtherVilla> Choices(VillaTown town, VillaPolicy policy, Guid person, CancellationToken cancel)
    {
        if (town.Seekers.FirstOrDefault(y => y.Id == person) is not { } youth)
            return [];
        var free = Without(town, person);
        var proposal = Propose(free, policy, cancel);
        return [.. town.Villas.Select(v => PriceOf(proposal, free, policy, youth, v, cancel)).OfType<OtherVilla>().OrderBy(o => o.Fewer).ThenBy(o => o.Points).ThenBy(o => o.Villa.Name, StringComparer.Ordinal)];
    }

    /// <summary>The town as if nothing were chosen by hand for the youth.</summary>
    private static VillaTown Without(VillaTown town, Guid person) => town with { Youths = [.. town.Youths.Select(y => y.Id == person ? y with { Chosen = null, ChosenReason = null } : y)] };

    /// <returns>Null where the youth cannot live there.</returns>
    private static OtherVilla? PriceOf(VillaProposal proposal, VillaTown town, VillaPolicy policy, YouthFacts youth, VillaHome villa, CancellationToken cancel)
    {
        var chosen = town with { Youths = [.. town.Youths.Select(y => y.Id == youth.Id ? y with { Chosen = villa.Id, ChosenReason = "" } : y)] };
        var problem = new HousemateProblem(chosen, policy);
        var seeker = Array.FindIndex(problem.Seekers, y => y.Id == youth.Id);
        if (!problem.MayLive[seeker][Array.FindIndex(problem.Villas, v => v.Id == villa.Id)])
            return null;
        var answer = new HousemateSearch(problem, MostStepsBeside).Solve(KernelAnswer(problem, cancel));
        return answer.At[seeker] == HousemateSearch.Waits ? null
            : new OtherVilla(villa, Math.Max(0, proposal.Placed - answer.At.Count(v => v != HousemateSearch.Waits)), Math.Max(0, proposal.Points - answer.Points), answer.IsProven && proposal.IsProven);
    }

    /// <summary>A villa where somebody lives is open already: as many as a villa opens with stand in for them, of the age of the youngest.</summary>
    private static int[] KernelAnswer(HousemateProblem problem, CancellationToken cancel)
    {
        var (least, room) = (problem.Policy.Least, problem.Villas.Select((v, i) => v.Living.Count == 0 ? problem.Free[i] : problem.Policy.Least + problem.Free[i]).ToArray());
        var standIns = problem.Villas.Where(v => v.Living.Count > 0).SelectMany(v => Enumerable.Range(0, least).Select(n => new GroupPerson($"{v.Id:N}-{n}", [], [new GroupWish(Key(v.Id))], Level: v.Living.Min(y => y.Age) ?? 0, Pinned: Key(v.Id))));
        using var time = new CancellationTokenSource(Most);
        var answer = GroupSolver.Solve(
            new GroupProblem(
                VillaPolicy.Practice, new GroupRules(least, room.Append(least).Max(), LevelSpan: problem.Policy.AgeSpan), [.. problem.Seekers.Select((y, i) => Of(problem, y, i)), .. standIns],
                [.. problem.Villas.Select((v, i) => new GroupSession(Key(v.Id), "always", room[i]))]),
            new SolveRun { Abandon = cancel, OutOfTime = time.Token });
        var at = answer.Groups.SelectMany(g => g.Members.Select(m => (m.Person, g.Session))).ToDictionary(m => m.Person, m => Array.FindIndex(problem.Villas, v => Key(v.Id) == m.Session), StringComparer.Ordinal);
        return [.. problem.Seekers.Select(y => at.GetValueOrDefault(Key(y.Id), HousemateSearch.Waits))];
    }

    private static GroupPerson Of(HousemateProblem problem, YouthFacts youth, int index)
    {
        var wishes = problem.Villas.Index().Where(v => problem.MayLive[index][v.Index]).Select(v => new GroupWish(Key(v.Item.Id), Math.Min(problem.Own[index][v.Index], MostFit))).ToList();
        return new GroupPerson(Key(youth.Id), youth.Languages, wishes, 1 + youth.WeeksWaited, youth.Age, youth.Chosen is { } chosen && wishes.Exists(w => w.Session == Key(chosen)) ? Key(chosen) : null);
    }

    /// <summary>Contact persons who share the mother tongue, the one with fewest youths first.</summary>
    private static IReadOnlyList<PlacedYouth> Placed(HousemateProblem problem, HousemateAnswer answer, VillaHome villa)
    {
        var index = Array.FindIndex(problem.Villas, v => v.Id == villa.Id);
        var members = problem.Seekers.Where((_, i) => answer.At[i] == index).OrderBy(y => y.Label, StringComparer.Ordinal).ToList();
        var given = villa.Contacts.ToDictionary(c => c.Id, c => c.Youths);
        var placed = new List<PlacedYouth>();
        foreach (var youth in members)
        {
            var contact = villa.Contacts.Where(c => c.Languages.Contains(youth.MotherTongue!, StringComparer.Ordinal)).OrderBy(c => given[c.Id]).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Id).First();
            given[contact.Id]++;
            placed.Add(new PlacedYouth(youth, contact, [.. villa.Living, .. members.Where(m => m.Id != youth.Id)]));
        }

        return placed;
    }

    private static string WhyWaits(IReadOnlyList<VillaLine> lines, VillaPolicy policy, YouthFacts youth)
    {
        var speaking = lines.Where(l => !l.Villa.IsClosed && l.Villa.HasContactFor(youth)).ToList();
        return youth.Held ? "held"
            : youth.Chosen is not null ? "chosen-impossible"
            : speaking.Count == 0 ? "no-contact"
            : speaking.TrueForAll(l => l.FreeAfter(policy.Most) == 0) ? "no-room" : "no-group";
    }

    private static string Key(Guid id) => id.ToString("N");
}
