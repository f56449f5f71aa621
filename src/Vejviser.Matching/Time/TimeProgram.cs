using Google.OrTools.Sat;

namespace Vejviser.Matching.Time;

/// <summary>
/// The rules as a program for CP-SAT: a choice per way and per room, and at each moment a meeting may begin, nobody, no room and no interpreter in two of
/// them. Two meetings overlap exactly where one begins within the other, so these moments are enough.
/// </summary>
internal sealed class TimeProgram
{
    private readonly TimeModel _model;
    private readonly BoolVar[][] _ways;
    private readonly List<(int Meeting, int Start, int Room, BoolVar Use)> _rooms = [];

    public TimeProgram(TimeModel model)
    {
        _model = model;
        _ways = [.. model.Ways.Select((ways, m) => ways.Select((_, w) => Program.NewBoolVar($"w{m}.{w}")).ToArray())];
        Held = [.. model.Meetings.Select((_, m) => Program.NewBoolVar($"held{m}"))];
        for (var m = 0; m < Held.Length; m++)
        {
            Program.Add(LinearExpr.Sum(_ways[m]) == Held[m]);
            TakeRoom(m);
        }

        OneAtATime(All().SelectMany(u => model.Meetings[u.Way.Meeting].People.Distinct(StringComparer.Ordinal).Select(p => (p, u.Way.Meeting, u.Way.Start, u.Use))));
        OneAtATime(All().Where(u => u.Way.Interpreter >= 0).Select(u => (model.Interpreters[u.Way.Interpreter].Id, u.Way.Meeting, u.Way.Start, u.Use)));
        OneAtATime(_rooms.Select(r => (model.Rooms[r.Room].Id, r.Meeting, r.Start, r.Use)));
        KeepTheRoad();
    }

    public CpModel Program { get; } = new();

    public BoolVar[] Held { get; }

    public LinearExpr Unmet => LinearExpr.WeightedSum(Held.Select(h => h.NotAsExpr()), _model.Meetings.Select(m => (long)m.Weight));

    public LinearExpr NotByVideo => LinearExpr.Sum(All().Where(u => u.Way.Mode != MeetingMode.Video).Select(u => u.Use));

    public LinearExpr Travel => LinearExpr.WeightedSum(All().Select(u => u.Use), All().Select(u => (long)u.Way.Travel));

    public TimePlan Read(CpSolver solver)
    {
        var plan = TimePlan.Empty(_model);
        foreach (var (way, use) in All().Where(u => solver.BooleanValue(u.Use)))
            plan.Ways[way.Meeting] = way;
        foreach (var (meeting, _, room, _) in _rooms.Where(r => solver.BooleanValue(r.Use)))
            plan.Rooms[meeting] = room;
        return plan;
    }

    /// <summary>A plan to begin from.</summary>
    public void Hint(TimePlan plan)
    {
        Program.ClearHints();
        foreach (var (way, use) in All())
            Program.AddHint(use, plan.Ways[way.Meeting] == way);
        foreach (var (meeting, start, room, use) in _rooms)
            Program.AddHint(use, plan.Rooms[meeting] == room && plan.Ways[meeting]?.Start == start);
    }

    private IEnumerable<(Way Way, BoolVar Use)> All() => _ways.SelectMany((uses, m) => uses.Select((use, w) => (_model.Ways[m][w], use)));

    private void TakeRoom(int meeting)
    {
        if (_model.RoomsOf[meeting] is not { } rooms)
            return;
        foreach (var begin in _model.Ways[meeting].Zip(_ways[meeting]).GroupBy(w => w.First.Start, w => w.Second))
        {
            var uses = rooms.Select(r => Program.NewBoolVar($"r{meeting}.{begin.Key}.{r}")).ToArray();
            _rooms.AddRange(rooms.Zip(uses, (room, use) => (meeting, begin.Key, room, use)));
            Program.Add(LinearExpr.Sum(uses) == LinearExpr.Sum(begin));
        }
    }

    private void OneAtATime(IEnumerable<(string Who, int Meeting, int Start, BoolVar Use)> uses)
    {
        foreach (var own in uses.GroupBy(u => u.Who, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray()))
        {
            foreach (var moment in own.Select(u => u.Start).Distinct().Order())
            {
                var there = own.Where(u => u.Start <= moment && moment < u.Start + _model.Meetings[u.Meeting].Minutes).ToArray();
                if (there.DistinctBy(u => u.Meeting).Count() > 1)
                    Program.AddAtMostOne(there.Select(u => u.Use));
            }
        }
    }

    private void KeepTheRoad()
    {
        foreach (var own in All().Where(u => u.Way is { Mode: MeetingMode.OnSite, Interpreter: >= 0 }).GroupBy(u => u.Way.Interpreter).Select(g => g.ToArray()))
        {
            for (var a = 0; a < own.Length; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var (one, other) = (own[a].Way, own[b].Way);
                    if (one.Meeting != other.Meeting && !one.Overlaps(other) && _model.TooClose(one, other))
                        Program.AddAtMostOne([own[a].Use, own[b].Use]);
                }
            }
        }
    }
}
