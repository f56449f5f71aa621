using Vejviser.Matching.Assignment;
using Vejviser.Matching.Flow;

namespace Vejviser.Matching.Online;

/// <summary>
/// Places each week's families at once and for good, as if the weeks to come were those of another year: the room that is left has prices, learnt anew each
/// week, and a family takes the place where its score less the price of its room is largest. The week's own families are placed exactly, together.
/// </summary>
/// <remarks>Not safe for threads.</remarks>
public sealed class OnlinePlacing
{
    private readonly OnlineProblem _problem;
    private readonly OnlinePlace[] _places;
    private readonly Dictionary<string, int> _index;
    private readonly Claimant[] _learnt;
    private readonly double[] _room;
    private readonly RoomPrices _prices;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _week = -1;

    /// <exception cref="BadProblemException">The problem is not one: the reason names the id.</exception>
    public OnlinePlacing(OnlineProblem problem)
    {
        Demand.Within(problem.Weeks, 1, 10_000, "problem", problem.Name, "weeks");
        Demand.NameOnce(problem.Places.Select(p => p.Id), "place");
        foreach (var place in problem.Places)
            Demand.Within(place.Capacity, 0, 1_000_000, "place", place.Id, "capacity");
        _problem = problem;
        _places = [.. problem.Places.OrderBy(p => p.Id, StringComparer.Ordinal)];
        _index = _places.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        _room = [.. _places.Select(p => (double)p.Capacity)];
        _prices = new RoomPrices(_places.Length);
        Demand.NameOnce(problem.Learnt.Select(a => a.Id), "arrival");
        _learnt = [.. problem.Learnt.OrderBy(a => a.Id, StringComparer.Ordinal).Select(Numbers)];
    }

    /// <summary>Room left at each place, in persons.</summary>
    public IReadOnlyDictionary<string, int> RoomLeft => _places.Select((p, i) => (p.Id, (int)_room[i])).ToDictionary(p => p.Id, p => p.Item2, StringComparer.Ordinal);

    /// <summary>Places the families of one week. Weeks come in order; one may be left out.</summary>
    /// <exception cref="BadProblemException">The week is over already, or a family is not right: the reason names it.</exception>
    public OnlineWeek Place(int week, IReadOnlyList<OnlineArrival> arrivals, SolveRun? run = null)
    {
        Demand.Within(week, _week + 1, _problem.Weeks - 1, "problem", _problem.Name, "week");
        Demand.NameOnce(arrivals.Select(a => a.Id), "arrival");
        var here = arrivals.OrderBy(a => a.Id, StringComparer.Ordinal).Select(Numbers).ToArray();
        if (here.FirstOrDefault(c => _seen.Contains(c.Id)) is { } again)
            throw Demand.Bad("arrival-twice", ("id", Demand.Shown(again.Id)));
        _week = week;
        _seen.UnionWith(here.Select(c => c.Id));
        var expected = _learnt.Where(c => c.Week > week).ToArray();
        var largest = here.Concat(expected).SelectMany(c => c.Scores).DefaultIfEmpty().Max();
        _prices.Learn(here, expected, 1, _room, Math.Max(largest, 1e-9));
        return Settle(week, here, run ?? SolveRun.ToTheEnd);
    }

    private OnlineWeek Settle(int week, Claimant[] here, SolveRun run)
    {
        var before = (double[])_room.Clone();
        var answer = AssignmentSolver.Solve(Week(here), run).Answer;
        var (placements, unplaced) = (new List<OnlinePlacement>(), new List<Reason>());
        var placed = answer.Placements.ToDictionary(p => p.Seeker, p => p.Place, StringComparer.Ordinal);
        var score = 0d;
        foreach (var claimant in here)
        {
            if (!placed.TryGetValue(claimant.Id, out var id))
            {
                unplaced.Add(Why(claimant, before));
                continue;
            }

            var option = Array.IndexOf(claimant.Places, _index[id]);
            _room[_index[id]] -= claimant.Persons;
            score += claimant.Scores[option];
            placements.Add(new OnlinePlacement(claimant.Id, id, claimant.Scores[option], Worth(claimant, option), RunnerUp(claimant, option, before)));
        }

        return new OnlineWeek(week, score, placements, unplaced, _places.Select((p, i) => (p.Id, _prices.Mean[i])).ToDictionary(p => p.Id, p => p.Item2, StringComparer.Ordinal));
    }

    /// <summary>The week alone, each option worth its score less the price of its room. Nobody is left out for a price: staying unplaced is worse than any option.</summary>
    private AssignmentProblem Week(Claimant[] here)
    {
        var least = -1d;
        foreach (var claimant in here)
        {
            for (var o = 0; o < claimant.Places.Length; o++)
                least = Math.Min(least, 2 * here.Length * (Worth(claimant, o) - Math.Abs(claimant.Scores[o])) - 1);
        }

        return new AssignmentProblem(
            _problem.Name,
            Sense.Maximize,
            ["persons"],
            [.. here.Select(c => new Seeker(c.Id, Optional: true, UnplacedScore: least))],
            [.. _places.Select((p, i) => new Place(p.Id, [_room[i]]))],
            [.. from c in here from o in Enumerable.Range(0, c.Places.Length) where c.Persons <= _room[c.Places[o]] select new Option(c.Id, _places[c.Places[o]].Id, Worth(c, o), [c.Persons])],
            []);
    }

    private double Worth(Claimant claimant, int option) => claimant.Scores[option] - claimant.Persons * _prices.Mean[claimant.Places[option]];

    private OnlineRunnerUp? RunnerUp(Claimant claimant, int chosen, double[] room)
    {
        var best = -1;
        for (var o = 0; o < claimant.Places.Length; o++)
        {
            if (o != chosen && room[claimant.Places[o]] >= claimant.Persons && (best < 0 || Worth(claimant, o) > Worth(claimant, best)))
                best = o;
        }

        return best < 0 ? null : new OnlineRunnerUp(_places[claimant.Places[best]].Id, Worth(claimant, chosen) - Worth(claimant, best));
    }

    private static Reason Why(Claimant claimant, double[] room)
    {
        if (claimant.Places.Length == 0)
            return new Reason("no-place-fits", ("arrival", claimant.Id));
        return claimant.Places.All(p => room[p] < claimant.Persons)
            ? new Reason("no-room-left", ("arrival", claimant.Id), ("persons", claimant.Persons), ("most", claimant.Places.Max(p => room[p])))
            : new Reason("room-went-to-others", ("arrival", claimant.Id), ("persons", claimant.Persons));
    }

    private Claimant Numbers(OnlineArrival arrival)
    {
        Demand.Within(arrival.Persons, 1, 1000, "arrival", arrival.Id, "persons");
        Demand.Within(arrival.Week, 0, _problem.Weeks - 1, "arrival", arrival.Id, "week");
        var options = arrival.Options.OrderBy(o => o.Place, StringComparer.Ordinal).ToArray();
        for (var o = 0; o < options.Length; o++)
        {
            Demand.Within(options[o].Score, 0, 1e6, "arrival", arrival.Id, "score");
            if (options[o].Place is null || !_index.ContainsKey(options[o].Place))
                throw Demand.Bad("option-of-unknown-place", ("arrival", Demand.Shown(arrival.Id)), ("place", Demand.Shown(options[o].Place ?? "")));
            if (o > 0 && options[o].Place == options[o - 1].Place)
                throw Demand.Bad("option-twice", ("arrival", Demand.Shown(arrival.Id)), ("place", Demand.Shown(options[o].Place)));
        }

        return new Claimant(arrival.Id, arrival.Week, arrival.Persons, [.. options.Select(o => _index[o.Place])], [.. options.Select(o => o.Score)]);
    }
}
