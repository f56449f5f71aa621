using Vejviser.Matching;
using Vejviser.Matching.Time;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>What is proposed for a booking.</summary>
/// <param name="Chosen">Null where nobody can.</param>
/// <param name="RunnerUp">The best of the others who are free once all proposals are followed.</param>
/// <param name="CanTake">How many could take it, all proposals aside.</param>
/// <param name="Price">How much more the runner-up would cost.</param>
/// <param name="IsProven">No other plan is better for the bookings this one hangs together with.</param>
/// <param name="Obstacles">Where nobody can: what stands in the way of those who interpret the language, and of how many; no entry where nobody interprets it.</param>
public sealed record InterpreterProposal(
    Guid BookingId, int CanTake, InterpreterFit? Chosen, InterpreterFit? RunnerUp, FixedCost? Price, bool IsProven, IReadOnlyDictionary<InterpreterObstacle, int> Obstacles);

/// <summary>
/// Who interprets what: as few bookings as possible without, then video before phone before on site, then the least travel, then certified interpreters; the kernel proves it (ADR 0035). The same bookings and interpreters
/// always give the same answer. One interpreter is never in two places.
/// </summary>
public sealed class InterpreterAssignment
{
    /// <summary>Counted, both ways, where the way is not known: longer than any that is.</summary>
    public const int UnknownTravel = 2 * 24 * 60;

    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly FixedTimeSolver solver;
    private readonly Dictionary<Guid, List<InterpreterFit>> fits;

    private InterpreterAssignment(IReadOnlyList<WantedInterpreter> wanted, IReadOnlyList<AvailableInterpreter> interpreters, SolveRun run)
    {
        fits = wanted.ToDictionary(w => w.BookingId, w => interpreters.Select(i => InterpreterFit.Of(w, i)).ToList());
        solver = FixedTimeSolver.Solve(Problem(wanted, fits), run);
        Proposals = [.. wanted.Zip(solver.Answer.Bookings, (w, b) => Of(w.BookingId, b))];
    }

    /// <summary>In the order of what was wanted.</summary>
    public IReadOnlyList<InterpreterProposal> Proposals { get; }

    /// <summary>False where time was up before it was proven that no plan is better.</summary>
    public bool IsProven => solver.Answer.Status == SolveStatus.Optimal;

    public static InterpreterAssignment Solve(IReadOnlyList<WantedInterpreter> wanted, IReadOnlyList<AvailableInterpreter> interpreters, CancellationToken cancel)
    {
        using var time = new CancellationTokenSource(Most);
        return new InterpreterAssignment(wanted, interpreters, new SolveRun { Abandon = cancel, OutOfTime = time.Token });
    }

    /// <summary>Everybody who can take a booking, the best first, with what it costs that they do, all others at their best.</summary>
    public IReadOnlyList<(InterpreterFit Fit, FixedCost Price)> ChoicesFor(Guid booking, CancellationToken cancel)
    {
        if (!fits.TryGetValue(booking, out var all))
            return [];
        using var time = new CancellationTokenSource(Most);
        var run = new SolveRun { Abandon = cancel, OutOfTime = time.Token };
        return [.. all.Where(f => f.Mode is not null).OrderBy(f => f.Rank).Select(f => (f, solver.PriceOf(Key(booking), Key(f.Interpreter), run)!.Value))];
    }

    private static FixedTimeProblem Problem(IReadOnlyList<WantedInterpreter> wanted, Dictionary<Guid, List<InterpreterFit>> fits)
    {
        var first = wanted.Count == 0 ? default : wanted.Min(w => w.StartsAt);
        int Minute(DateTime at) => (int)(at - first).TotalMinutes;
        return new FixedTimeProblem(
            InterpretingRules.Practice, [.. wanted.Select(w => new FixedMeeting(Key(w.BookingId), Minute(w.StartsAt), Minute(w.EndsAt), [.. fits[w.BookingId].Where(f => f.Mode is not null).Select(ChoiceOf)]))]);
    }

    private static InterpreterChoice ChoiceOf(InterpreterFit fit) => new(
        Key(fit.Interpreter), (MeetingMode)((int)fit.Mode!.Value - 1), fit.Mode == InterpretingMode.OnSite ? 2 * fit.Interpreter.TravelMinutes ?? UnknownTravel : 0, fit.Interpreter.IsCertified);

    private InterpreterProposal Of(Guid booking, FixedBooking solved) => new(
        booking, fits[booking].Count(f => f.Mode is not null), Fit(booking, solved.Chosen), Fit(booking, solved.RunnerUp?.Choice), solved.RunnerUp?.Price, solved.IsProven,
        solved.Chosen is not null
            ? new Dictionary<InterpreterObstacle, int>()
            : fits[booking].Where(f => f.Obstacle != InterpreterObstacle.Language).GroupBy(f => f.Obstacle ?? InterpreterObstacle.Taken).ToDictionary(g => g.Key, g => g.Count()));

    private InterpreterFit? Fit(Guid booking, InterpreterChoice? choice) => choice is null ? null : fits[booking].Find(f => Key(f.Interpreter) == choice.Interpreter);

    private static string Key(Guid booking) => booking.ToString("N");

    /// <summary>Between equals the name decides.</summary>
    private static string Key(Interpreter interpreter) => $"{interpreter.Name} {interpreter.Id:N}";
}
