namespace Vejviser.Core.Chapters.Minors.Villas;

/// <param name="At">The villa of each seeker, or <see cref="HousemateSearch.Waits"/>.</param>
/// <param name="IsProven">No other has more weight, or as much and more points.</param>
internal sealed record HousemateAnswer(int[] At, long Weight, long Points, bool IsProven);

/// <summary>
/// The most weight with a room and, among such answers, the most points of housemates: branch and bound over the seekers, who counts most first. The points are of pairs, which the kernel's groups do not have (ADR 0034); its answer is
/// what the search begins from. It stops by a count of steps, never by the clock: the same facts give the same answer.
/// </summary>
internal sealed class HousemateSearch(HousemateProblem problem, int stepsMost)
{
    public const int Waits = -1;

    private readonly int _seekers = problem.Seekers.Length;
    private readonly int[] _at = new int[problem.Seekers.Length];
    private readonly int[] _count = new int[problem.Villas.Length];
    private readonly int[][] _nearest = [.. problem.Pairs.Select((row, i) => Enumerable.Range(0, row.Length).Where(j => j != i && row[j] > 0).OrderByDescending(j => row[j]).ThenBy(j => j).ToArray())];
    private int[] _best = [.. problem.Seekers.Select(_ => Waits)];
    private long _bestWeight;
    private long _bestPoints;
    private int _steps;

    /// <param name="begin">An answer to begin from; what breaks a rule is left aside.</param>
    public HousemateAnswer Solve(int[]? begin)
    {
        if (begin is not null)
            Take(begin);
        Try(0, 0, 0);
        return new HousemateAnswer(_best, _bestWeight, _bestPoints, _steps <= stepsMost);
    }

    private void Take(int[] begin)
    {
        var (weight, points, counts) = (0L, 0L, new int[problem.Villas.Length]);
        for (var i = 0; i < _seekers; i++)
        {
            if (begin[i] == Waits)
                continue;
            if (!problem.MayLive[i][begin[i]])
                return;
            for (var j = 0; j < i; j++)
            {
                if (begin[j] == begin[i] && problem.Pairs[i][j] == HousemateProblem.Never)
                    return;
                points += begin[j] == begin[i] ? problem.Pairs[i][j] : 0;
            }

            counts[begin[i]]++;
            (weight, points) = (weight + problem.Weights[i], points + problem.Own[i][begin[i]]);
        }

        if (counts.Index().All(c => c.Item == 0 || (c.Item >= problem.Opens[c.Index] && c.Item <= problem.Free[c.Index])))
            (_best, _bestWeight, _bestPoints) = (begin, weight, points);
    }

    private void Try(int next, long weight, long points)
    {
        if (++_steps > stepsMost)
            return;
        if (next == _seekers)
        {
            if (weight > _bestWeight || (weight == _bestWeight && points > _bestPoints))
                (_best, _bestWeight, _bestPoints) = ((int[])_at.Clone(), weight, points);
            return;
        }

        if (!CanBeBetter(next, weight, points))
            return;
        foreach (var (villa, gain) in Enumerable.Range(0, _count.Length).Select(v => (Villa: v, Gain: GainOf(next, v))).Where(c => c.Gain is not null).OrderByDescending(c => c.Gain))
        {
            (_at[next], _count[villa]) = (villa, _count[villa] + 1);
            if (CanOpen(_seekers - next - 1))
                Try(next + 1, weight + problem.Weights[next], points + gain!.Value);
            _count[villa]--;
        }

        _at[next] = Waits;
        if (CanOpen(_seekers - next - 1))
            Try(next + 1, weight, points);
    }

    /// <summary>Those left are enough to open every villa that somebody is in.</summary>
    private bool CanOpen(int left)
    {
        var wanted = 0;
        for (var v = 0; v < _count.Length; v++)
            wanted += _count[v] == 0 ? 0 : Math.Max(0, problem.Opens[v] - _count[v]);
        return wanted <= left;
    }

    /// <returns>Points the seeker adds in the villa; null where they cannot live there with those placed.</returns>
    private long? GainOf(int seeker, int villa, int placed = -1)
    {
        if (!problem.MayLive[seeker][villa] || _count[villa] >= problem.Free[villa])
            return null;
        long gain = problem.Own[seeker][villa];
        for (var j = 0; j < (placed < 0 ? seeker : placed); j++)
        {
            if (_at[j] != villa)
                continue;
            if (problem.Pairs[seeker][j] == HousemateProblem.Never)
                return null;
            gain += problem.Pairs[seeker][j];
        }

        return gain;
    }

    private bool CanBeBetter(int next, long weight, long points)
    {
        var rooms = Enumerable.Range(0, _count.Length).Sum(v => problem.Free[v] - _count[v]);
        // Who counts most stands first: the next ones are the most that the rooms left can add.
        var most = weight + problem.Weights.Skip(next).Take(rooms).Sum();
        return most > _bestWeight || (most == _bestWeight && MostPoints(next, points) > _bestPoints);
    }

    /// <summary>Each of those left in the villa that is best for them, with those placed there and as many of the others left as it has room for; a pair of those left counts half with each.</summary>
    private long MostPoints(int next, long points)
    {
        long twice = 0;
        for (var i = next; i < _seekers; i++)
        {
            long best = 0;
            for (var v = 0; v < _count.Length; v++)
            {
                if (GainOf(i, v, next) is not { } gain)
                    continue;
                var (sum, mates) = (2 * gain, problem.Free[v] - _count[v] - 1);
                foreach (var mate in _nearest[i])
                {
                    if (mates == 0)
                        break;
                    if (mate < next)
                        continue;
                    sum += problem.Pairs[i][mate];
                    mates--;
                }

                best = Math.Max(best, sum);
            }

            twice += best;
        }

        return points + twice / 2;
    }
}
