using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Time;

/// <summary>Books meetings: exact on a day's size, otherwise as good as found with the bound that is proven.</summary>
public static class TimeSolver
{
    /// <exception cref="BadProblemException">The problem is not one: the reason names the id.</exception>
    /// <exception cref="OperationCanceledException">The caller abandoned it.</exception>
    public static TimeAnswer Solve(TimeProblem problem, SolveRun? run = null)
    {
        TimeCheck.Check(problem);
        var model = new TimeModel(problem);
        run ??= SolveRun.ToTheEnd;
        var first = new TimeSearch(model, new TimeAim(true, 0), [.. Enumerable.Repeat(-1, model.Meetings.Length)], run);
        var leastUnmet = first.Solve();
        var search = new TimeSearch(model, new TimeAim(false, leastUnmet), first.Best, run);
        var bound = search.Solve();
        var (bookings, unmet) = (new List<Booking>(), new List<UnmetMeeting>());
        for (var m = 0; m < model.Meetings.Length; m++)
        {
            if (search.Best[m] < 0)
                unmet.Add(TimeReasons.Unmet(model, search.Best, m));
            else
                bookings.Add(Book(model, search.Best, m));
        }

        return new TimeAnswer(search.Total == bound ? SolveStatus.Optimal : SolveStatus.Feasible, Cost(model, search.Best), search.Total, bound, bookings, unmet);
    }

    private static Booking Book(TimeModel model, int[] best, int meeting)
    {
        var slot = model.Slots[meeting][best[meeting]];
        return new Booking(
            model.Meetings[meeting].Id,
            slot.Start,
            slot.Mode,
            slot.Room < 0 ? null : model.Rooms[slot.Room].Id,
            slot.Interpreter < 0 ? null : model.Interpreters[slot.Interpreter].Id,
            slot.Travel,
            slot.Mode == MeetingMode.Video ? null : TimeReasons.NotByVideo(model, meeting));
    }

    private static TimeCost Cost(TimeModel model, int[] best)
    {
        long unmet = 0, travel = 0, saved = 0;
        var notByVideo = 0;
        for (var m = 0; m < best.Length; m++)
        {
            if (best[m] < 0)
            {
                unmet += model.Meetings[m].Weight;
                continue;
            }

            var slot = model.Slots[m][best[m]];
            travel += slot.Travel;
            notByVideo += slot.Mode == MeetingMode.Video ? 0 : 1;
            if (slot.Mode != MeetingMode.OnSite && slot.Interpreter >= 0 && model.Interpreters[slot.Interpreter].TravelTo is { } ways)
                saved += 2 * ways.GetValueOrDefault(model.Meetings[m].Site);
        }

        return new TimeCost(unmet, notByVideo, travel, saved);
    }
}
