using Vejviser.Matching.Assignment;
using static Vejviser.Matching.Flow.Demand;

namespace Vejviser.Matching.Time;

/// <summary>Books meetings, proven aim by aim, and keeps the plan to be asked: what stands in the way of one, what another time would cost.</summary>
public sealed class TimeSolver
{
    private readonly TimeProblem _problem;
    private readonly TimeModel _model;
    private readonly TimePlan? _plan;

    private TimeSolver(TimeProblem problem, TimeModel model, TimePlan? plan, TimeAnswer answer) =>
        (_problem, _model, _plan, Answer) = (problem, model, plan, answer);

    public TimeAnswer Answer { get; }

    /// <exception cref="BadProblemException">The problem is not one: the reason names the id.</exception>
    /// <exception cref="OperationCanceledException">The caller abandoned it.</exception>
    public static TimeSolver Solve(TimeProblem problem, SolveRun run) => Solve(problem, run, null);

    /// <summary>The same day with one meeting held by hand at a time, starting from this plan.</summary>
    /// <exception cref="BadProblemException">There is no such meeting, time or interpreter.</exception>
    public TimeChange Change(string meeting, MeetingPin pin, SolveRun run)
    {
        Find(meeting);
        var after = Solve(_problem with { Meetings = [.. _problem.Meetings.Select(m => m.Id == meeting ? m with { Pinned = pin } : m)] }, run, _plan);
        return new TimeChange(after, after.Answer.Cost is { } then && Answer.Cost is { } now
            ? new TimeCost(then.Unmet - now.Unmet, then.NotByVideo - now.NotByVideo, then.TravelMinutes - now.TravelMinutes)
            : null);
    }

    /// <summary>The meetings held that an unmet one cannot be held beside: move any one of them away and the rest can all be held with it.</summary>
    /// <returns>Empty where it is held, where it can never be, or where the plan is not proven and there is room for it.</returns>
    /// <exception cref="BadProblemException">There is no such meeting.</exception>
    public IReadOnlyList<string> StandsInTheWay(string meeting, SolveRun run)
    {
        var unmet = Find(meeting);
        if (_plan is null || _plan.Ways[unmet] is not null)
            return [];
        var held = Enumerable.Range(0, _model.Meetings.Length).Where(m => m == unmet || _plan.Ways[m] is not null);
        return [.. new TimeConflict(_model, run).Among(held).Meetings.Where(m => m != unmet).Select(m => _model.Meetings[m].Id)];
    }

    private static TimeSolver Solve(TimeProblem problem, SolveRun run, TimePlan? before)
    {
        TimeCheck.Check(problem);
        var model = new TimeModel(problem);
        var search = new TimeSearch(model, run);
        var status = search.Solve(before);
        if (status == SolveStatus.Infeasible)
        {
            var pinned = Enumerable.Range(0, model.Meetings.Length).Where(m => model.Meetings[m].Pinned is not null);
            var (conflict, isSmallest) = new TimeConflict(model, run).Among(pinned);
            return new TimeSolver(problem, model, null, new TimeAnswer(status, null, null, [], [], [.. conflict.Select(m => model.Meetings[m].Id)], isSmallest));
        }

        var (bookings, unmet) = (new List<Booking>(), new List<UnmetMeeting>());
        for (var m = 0; m < model.Meetings.Length && search.Plan is { } plan; m++)
        {
            if (plan.Ways[m] is { } way)
                bookings.Add(Book(model, plan, way));
            else
                unmet.Add(new UnmetMeeting(model.Meetings[m].Id, TimeReasons.Unmet(model, m)));
        }

        return new TimeSolver(problem, model, search.Plan, new TimeAnswer(status, search.Plan?.Cost(model), search.Bound, bookings, unmet, []));
    }

    private int Find(string meeting)
    {
        var at = Array.FindIndex(_model.Meetings, m => m.Id == meeting);
        return at >= 0 ? at : throw Bad("unknown-meeting", ("meeting", Shown(meeting)));
    }

    private static Booking Book(TimeModel model, TimePlan plan, Way way)
    {
        var meeting = model.Meetings[way.Meeting];
        return new Booking(
            meeting.Id,
            way.Start,
            way.Mode,
            plan.Rooms[way.Meeting] is var room and >= 0 ? model.Rooms[room].Id : null,
            model.InterpreterId(way),
            way.Travel,
            meeting.Pinned is not null,
            way.Mode == MeetingMode.Video ? null : TimeReasons.NotByVideo(model, way.Meeting),
            meeting.Pinned is null ? TimeReasons.RunnerUp(model, plan, way) : null);
    }
}

/// <param name="After">The new plan, to be asked further.</param>
/// <param name="Cost">How much more of each; null where the change leaves no plan.</param>
public sealed record TimeChange(TimeSolver After, TimeCost? Cost);
