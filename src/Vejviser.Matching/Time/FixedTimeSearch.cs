namespace Vejviser.Matching.Time;

/// <summary>
/// The best plan of one part, meeting by meeting in order of time. Two beginnings after which the same interpreters are busy until the same times go on alike, so only the cheaper is followed; and none that cannot be better than the
/// best so far. The first way down takes the best who is free, so there is always a plan.
/// </summary>
internal sealed class FixedTimeSearch
{
    private readonly FixedTimePart _part;
    private readonly int _mostSteps;
    private readonly SolveRun _run;
    private readonly int[] _busyUntil;
    private readonly int[] _lastAsked;
    private readonly int[] _chosen;
    private readonly FixedCost[] _least;
    private readonly Dictionary<string, FixedCost>[] _seen;
    private int _steps;

    private FixedTimeSearch(FixedTimePart part, int mostSteps, SolveRun run)
    {
        (_part, _mostSteps, _run) = (part, mostSteps, run);
        var count = part.Meetings.Length;
        (_busyUntil, _lastAsked, _chosen, Best) = (new int[part.Interpreters], new int[part.Interpreters], new int[count], []);
        Array.Fill(_busyUntil, int.MinValue);
        (_least, _seen) = (new FixedCost[count + 1], [.. Enumerable.Range(0, count).Select(_ => new Dictionary<string, FixedCost>(StringComparer.Ordinal))]);
        for (var m = count - 1; m >= 0; m--)
            _least[m] = _least[m + 1].Plus(part.Choices[m] is [var best, ..] ? best.Choice.Cost : FixedCost.OneUnmet);
        foreach (var (m, choices) in part.Choices.Index())
        {
            foreach (var (interpreter, _) in choices)
                _lastAsked[interpreter] = m;
        }
    }

    /// <summary>By meeting the position of its choice; -1: unmet. Empty until the first plan.</summary>
    public int[] Best { get; private set; }

    public FixedCost Cost { get; private set; }

    /// <summary>False where it ended before everything was looked at.</summary>
    public bool IsProven { get; private set; }

    /// <param name="mostSteps">Meetings placed before it gives up; the same on every machine.</param>
    public static FixedTimeSearch Solve(FixedTimePart part, int mostSteps, SolveRun run)
    {
        var search = new FixedTimeSearch(part, mostSteps, run);
        search.Place(0, default);
        search.IsProven = !search.IsTooLong;
        return search;
    }

    private bool IsTooLong => _steps > _mostSteps;

    private void Place(int at, FixedCost cost)
    {
        if (Best.Length > 0 && (IsTooLong || !cost.Plus(_least[at]).IsLessThan(Cost)))
            return;
        if (at == _chosen.Length)
        {
            (Best, Cost) = ([.. _chosen], cost);
            return;
        }

        if (++_steps % 1024 == 0)
            _run.Abandon.ThrowIfCancellationRequested();
        if (!IsCheapest(at, cost))
            return;
        var meeting = _part.Meetings[at];
        foreach (var (position, (interpreter, choice)) in _part.Choices[at].Index())
        {
            var before = _busyUntil[interpreter];
            if (before > meeting.Start)
                continue;
            (_busyUntil[interpreter], _chosen[at]) = (meeting.End, position);
            Place(at + 1, cost.Plus(choice.Cost));
            _busyUntil[interpreter] = before;
        }

        _chosen[at] = -1;
        Place(at + 1, cost.Plus(FixedCost.OneUnmet));
    }

    /// <summary>Whether no other beginning that leaves the same interpreters free came here as cheaply.</summary>
    private bool IsCheapest(int at, FixedCost cost)
    {
        var start = _part.Meetings[at].Start;
        var busy = new System.Text.StringBuilder();
        for (var i = 0; i < _busyUntil.Length; i++)
        {
            if (_busyUntil[i] > start && _lastAsked[i] >= at)
                busy.Append((char)i).Append((char)(_busyUntil[i] - start));
        }

        var key = busy.ToString();
        if (_seen[at].TryGetValue(key, out var before) && !cost.IsLessThan(before))
            return false;
        _seen[at][key] = cost;
        return true;
    }
}
