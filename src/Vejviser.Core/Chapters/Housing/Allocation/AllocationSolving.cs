using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vejviser.Matching;
using Vejviser.Matching.Assignment;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>A choice by hand as the solver takes it.</summary>
/// <param name="Home">Null: waits.</param>
public sealed record HandChoice(Guid Household, Guid? Home, string Reason);

/// <summary>
/// Proposes homes with the matching kernel. What was learnt of a meeting's facts and its choices by hand so far is kept for the next choice, under everything it depends on: other facts,
/// another policy, another who-waits or other choices before it is another key, so nothing old is ever answered.
/// </summary>
public sealed class AllocationSolving
{
    private const int Kept = 8;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (Solved Solved, long Used)> _solved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (AllocationProposal Proposal, long Used)> _proposed = new(StringComparer.Ordinal);
    private long _uses;

    public AllocationProposal Propose(AllocationFacts facts, HousingPolicy policy, IReadOnlyList<HandChoice> chosen, CancellationToken cancel)
    {
        var known = facts.Seekers.Select(s => s.Id).ToHashSet();
        var waits = chosen.Where(c => c.Home is null && known.Contains(c.Household)).Select(c => c.Household).ToHashSet();
        var key = KeyOf($"{JsonSerializer.Serialize(PolicyFigures.Of(policy))}|{string.Join(',', waits.Order())}|{facts.ToJson()}");
        var whole = KeyOf($"{key}|{JsonSerializer.Serialize(chosen)}");
        if (_proposed.TryGetValue(whole, out var there))
        {
            _proposed[whole] = there with { Used = Interlocked.Increment(ref _uses) };
            return there.Proposal;
        }

        using var time = new CancellationTokenSource(Most);
        var run = new SolveRun { Abandon = cancel, OutOfTime = time.Token };
        var proposal = Solve(facts, policy, chosen, waits, key, run);
        // What time cut short is asked again the next time.
        if (!time.IsCancellationRequested)
            Keep<(AllocationProposal Proposal, long Used)>(_proposed, whole, (proposal, Interlocked.Increment(ref _uses)), p => p.Used);
        return proposal;
    }

    private AllocationProposal Solve(AllocationFacts facts, HousingPolicy policy, IReadOnlyList<HandChoice> chosen, IReadOnlySet<Guid> waits, string key, SolveRun run)
    {
        var solved = WithChoices(Base(facts, policy, waits, key, run), chosen, key, run);
        var (problems, solver) = (solved.Problems, solved.Solver);
        var answer = solver.Answer;
        var conflict = answer.Conflict;
        if (answer.Score is null)
        {
            // Why not all of it can hold may take all the time there is; what can be placed has its own.
            using var more = new CancellationTokenSource(Most);
            answer = AssignmentSolver.Solve(problems.Relaxed(solved.Pins), run with { OutOfTime = more.Token }).Answer;
        }

        return new AllocationAnswer(facts, problems, answer, chosen.ToDictionary(c => c.Household, c => c.Reason), solved.Costs, waits).Build(conflict);
    }

    /// <summary>One choice after the other, from the most of them whose answer is known.</summary>
    private Solved WithChoices(Solved first, IReadOnlyList<HandChoice> chosen, string key, SolveRun run)
    {
        // A home that is gone since, or a household that is, is no choice any more.
        var choices = chosen.Where(c => c.Home is { } home && first.Problems.Options.Any(o => o.Seeker == AllocationProblems.Id(c.Household) && o.Place == AllocationProblems.Id(home))).ToList();
        var keys = choices.Select((_, n) => KeyOf($"{key}|{string.Join(',', choices.Take(n + 1).Select(c => $"{c.Household:N}:{c.Home:N}"))}")).ToList();
        var (solved, done) = (first, 0);
        for (var n = choices.Count; n > 0 && done == 0; n--)
        {
            if (_solved.TryGetValue(keys[n - 1], out var there))
                (solved, done) = (there.Solved, n);
        }

        for (; done < choices.Count; done++)
        {
            var choice = choices[done];
            var change = solved.Solver.Change(AllocationProblems.Id(choice.Household), AllocationProblems.Id(choice.Home!.Value), run);
            solved = solved with
            {
                Solver = change.After, Costs = new Dictionary<Guid, double?>(solved.Costs) { [choice.Household] = change.Cost }, Pins = new Dictionary<Guid, Guid>(solved.Pins) { [choice.Household] = choice.Home.Value },
            };
        }

        if (choices.Count > 0 && !run.OutOfTime.IsCancellationRequested)
            Keep<(Solved Solved, long Used)>(_solved, keys[^1], (solved, Interlocked.Increment(ref _uses)), s => s.Used);
        return solved;
    }

    private Solved Base(AllocationFacts facts, HousingPolicy policy, IReadOnlySet<Guid> waits, string key, SolveRun run)
    {
        if (_solved.TryGetValue(key, out var there))
        {
            _solved[key] = there with { Used = Interlocked.Increment(ref _uses) };
            return there.Solved;
        }

        var problems = new AllocationProblems(facts, policy, waits);
        var solved = new Solved(problems, AssignmentSolver.Solve(problems.Strict(), run), new Dictionary<Guid, double?>(), new Dictionary<Guid, Guid>());
        if (!run.OutOfTime.IsCancellationRequested)
            Keep<(Solved Solved, long Used)>(_solved, key, (solved, Interlocked.Increment(ref _uses)), s => s.Used);
        return solved;
    }

    private static void Keep<T>(ConcurrentDictionary<string, T> kept, string key, T value, Func<T, long> used)
    {
        kept[key] = value;
        foreach (var old in kept.OrderByDescending(s => used(s.Value)).Skip(Kept).Select(s => s.Key).ToList())
            kept.TryRemove(old, out _);
    }

    private static string KeyOf(string all) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));

    /// <param name="Costs">Of each choice by hand so far, points.</param>
    /// <param name="Pins">Homes by household.</param>
    private sealed record Solved(AllocationProblems Problems, AssignmentSolver Solver, IReadOnlyDictionary<Guid, double?> Costs, IReadOnlyDictionary<Guid, Guid> Pins);
}
