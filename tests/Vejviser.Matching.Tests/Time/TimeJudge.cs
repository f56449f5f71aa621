using Google.OrTools.Sat;
using Vejviser.Matching.Time;

namespace Vejviser.Matching.Tests.Time;

/// <summary>The rules read from the problem, and the optimum over every way to hold every meeting: by looking at all of them, and by another program for CP-SAT.</summary>
internal static class TimeJudge
{
    public static void KeepsEveryRule(TimeProblem problem, TimeAnswer answer)
    {
        var ways = Ways(problem).ToHashSet();
        var held = answer.Bookings.Select(b => new Way(b.Meeting, b.Start, b.Mode, b.Room, b.Interpreter)).ToArray();
        Assert.All(held, way => Assert.Contains(way, ways));
        Assert.Equal(problem.Meetings.Select(m => m.Id).Order(StringComparer.Ordinal), held.Select(h => h.Meeting).Concat(answer.Unmet.Select(u => u.Meeting)).Order(StringComparer.Ordinal));
        for (var a = 0; a < held.Length; a++)
        {
            for (var b = 0; b < a; b++)
                Assert.False(Clash(problem, held[a], held[b]), $"{held[a]} {held[b]}");
        }

        var unmet = answer.Unmet.Sum(u => problem.Meetings.Single(m => m.Id == u.Meeting).Weight);
        Assert.Equal(new TimeCost(unmet, held.Count(h => h.Mode != MeetingMode.Video), held.Sum(h => Travel(problem, h))), answer.Cost);
    }

    /// <summary>For a handful of meetings. Null where what is pinned cannot all be held.</summary>
    public static TimeCost? Exhaustive(TimeProblem problem)
    {
        var ways = Ways(problem).ToLookup(w => w.Meeting);
        var held = new List<Way>();
        TimeCost? best = null;
        Hold(0, new TimeCost(0, 0, 0));
        return best;

        void Hold(int at, TimeCost cost)
        {
            if (best is not null && !cost.IsLessThan(best))
                return;
            if (at == problem.Meetings.Count)
            {
                best = cost;
                return;
            }

            foreach (var way in ways[problem.Meetings[at].Id].Where(w => held.All(h => !Clash(problem, w, h))))
            {
                held.Add(way);
                Hold(at + 1, cost with { NotByVideo = cost.NotByVideo + (way.Mode == MeetingMode.Video ? 0 : 1), TravelMinutes = cost.TravelMinutes + Travel(problem, way) });
                held.RemoveAt(held.Count - 1);
            }

            if (problem.Meetings[at].Pinned is null)
                Hold(at + 1, cost with { Unmet = cost.Unmet + problem.Meetings[at].Weight });
        }
    }

    public static TimeCost CpSat(TimeProblem problem)
    {
        var model = new CpModel();
        var ways = Ways(problem).ToArray();
        var used = ways.Select((_, i) => model.NewBoolVar($"w{i}")).ToArray();
        foreach (var meeting in ways.Select((w, i) => (w, i)).GroupBy(w => w.w.Meeting))
            model.AddAtMostOne(meeting.Select(m => used[m.i]));
        for (var a = 0; a < ways.Length; a++)
        {
            for (var b = 0; b < a; b++)
            {
                if (ways[a].Meeting != ways[b].Meeting && Clash(problem, ways[a], ways[b]))
                    model.AddBoolOr([used[a].Not(), used[b].Not()]);
            }
        }

        var weights = problem.Meetings.ToDictionary(m => m.Id, m => (long)m.Weight);
        const long video = 100_000, unmet = 100_000_000;
        model.Maximize(LinearExpr.WeightedSum(used, ways.Select(w => unmet * weights[w.Meeting] - (w.Mode == MeetingMode.Video ? 0 : video) - Travel(problem, w))));
        var solver = new CpSolver { StringParameters = "num_workers:2,random_seed:1" };
        Assert.Equal(CpSolverStatus.Optimal, solver.Solve(model));
        var chosen = ways.Where((_, i) => solver.BooleanValue(used[i])).ToArray();
        return new TimeCost(weights.Values.Sum() - chosen.Sum(w => weights[w.Meeting]), chosen.Count(w => w.Mode != MeetingMode.Video), chosen.Sum(w => Travel(problem, w)));
    }

    private static long Travel(TimeProblem problem, Way way) =>
        way.Mode == MeetingMode.OnSite && way.Interpreter is not null ? 2 * problem.Interpreters.Single(i => i.Id == way.Interpreter).TravelTo![problem.Meetings.Single(m => m.Id == way.Meeting).Site] : 0;

    private static bool Clash(TimeProblem problem, Way one, Way other)
    {
        var (a, b) = (problem.Meetings.Single(m => m.Id == one.Meeting), problem.Meetings.Single(m => m.Id == other.Meeting));
        var overlap = one.Start < other.Start + b.Minutes && other.Start < one.Start + a.Minutes;
        if (overlap && (a.People.Intersect(b.People).Any() || (one.Room is not null && one.Room == other.Room)))
            return true;
        if (one.Interpreter is null || one.Interpreter != other.Interpreter)
            return false;
        if (overlap)
            return true;
        if (one.Mode != MeetingMode.OnSite || other.Mode != MeetingMode.OnSite || a.Site == b.Site)
            return false;
        var to = problem.Interpreters.Single(i => i.Id == one.Interpreter).TravelTo!;
        var listed = (problem.Travel ?? []).Where(t => (t.From == a.Site && t.To == b.Site) || (t.From == b.Site && t.To == a.Site)).Select(t => (int?)t.Minutes).FirstOrDefault();
        var road = listed ?? to[a.Site] + to[b.Site];
        return one.Start < other.Start ? other.Start < one.Start + a.Minutes + road : one.Start < other.Start + b.Minutes + road;
    }

    private static IEnumerable<Way> Ways(TimeProblem problem) =>
        from meeting in problem.Meetings
        from mode in meeting.Modes
        where mode != MeetingMode.Video || meeting.People.Count <= problem.Rules.MostInView
        from start in meeting.Starts
        where (meeting.Pinned?.Start ?? start) == start
        from room in meeting.Rooms is null ? [null] : problem.Rooms.Where(r => meeting.Rooms.Contains(r.Id) && r.Seats >= meeting.People.Count).Select(r => (string?)r.Id)
        from interpreter in meeting.Language is null
            ? [null]
            : problem.Interpreters.Where(i => i.Languages.Contains(meeting.Language) && i.Modes.Contains(mode) && !(i.Age < problem.Rules.LeastAge)
                && (mode != MeetingMode.OnSite || i.TravelTo?.ContainsKey(meeting.Site) == true)
                && i.Free.Any(f => f.From <= start && start + meeting.Minutes <= f.To)).Select(i => (string?)i.Id)
        where (meeting.Pinned?.Interpreter ?? interpreter) == interpreter
        select new Way(meeting.Id, start, mode, room, interpreter);

    private sealed record Way(string Meeting, int Start, MeetingMode Mode, string? Room, string? Interpreter);
}
