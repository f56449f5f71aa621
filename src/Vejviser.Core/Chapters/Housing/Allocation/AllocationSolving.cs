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
/// Proposes homes with the matching kernel. What was learnt of a meeting's facts is kept for the next choice by hand, under everything it depends on: other facts,
/// another policy or another who-waits is another key, so nothing old is ever answered.
/// </summary>
public sealed class AllocationSolving
{
    private const int Kept = 8;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (AllocationProblems Problems, AssignmentSolver Solver, long Used)> _solved = new(StringComparer.Ordinal);
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
        var (problems, solver) = Base(facts, policy, waits, key, run);
        var costs = new Dictionary<Guid, double?>();
        var pins = new Dictionary<Guid, Guid>();
        // A home that is gone since, or a household that is, is no choice any more.
        foreach (var choice in chosen.Where(c => c.Home is { } home && problems.Options.Any(o => o.Seeker == AllocationProblems.Id(c.Household) && o.Place == AllocationProblems.Id(home))))
        {
            var change = solver.Change(AllocationProblems.Id(choice.Household), AllocationProblems.Id(choice.Home!.Value), run);
            (solver, costs[choice.Household], pins[choice.Household]) = (change.After, change.Cost, choice.Home.Value);
        }

        var answer = solver.Answer;
        var conflict = answer.Conflict;
        if (answer.Score is null)
        {
            // Why not all of it can hold may take all the time there is; what can be placed has its own.
            using var more = new CancellationTokenSource(Most);
            answer = AssignmentSolver.Solve(problems.Relaxed(pins), run with { OutOfTime = more.Token }).Answer;
        }

        return new AllocationAnswer(facts, problems, answer, chosen.ToDictionary(c => c.Household, c => c.Reason), costs, waits).Build(conflict);
    }

    private (AllocationProblems Problems, AssignmentSolver Solver) Base(AllocationFacts facts, HousingPolicy policy, IReadOnlySet<Guid> waits, string key, SolveRun run)
    {
        if (_solved.TryGetValue(key, out var there))
        {
            _solved[key] = there with { Used = Interlocked.Increment(ref _uses) };
            return (there.Problems, there.Solver);
        }

        var problems = new AllocationProblems(facts, policy, waits);
        var solver = AssignmentSolver.Solve(problems.Strict(), run);
        if (!run.OutOfTime.IsCancellationRequested)
            Keep<(AllocationProblems Problems, AssignmentSolver Solver, long Used)>(_solved, key, (problems, solver, Interlocked.Increment(ref _uses)), s => s.Used);
        return (problems, solver);
    }

    private static void Keep<T>(ConcurrentDictionary<string, T> kept, string key, T value, Func<T, long> used)
    {
        kept[key] = value;
        foreach (var old in kept.OrderByDescending(s => used(s.Value)).Skip(Kept).Select(s => s.Key).ToList())
            kept.TryRemove(old, out _);
    }

    private static string KeyOf(string all) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
}
