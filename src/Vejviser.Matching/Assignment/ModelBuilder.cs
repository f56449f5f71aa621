namespace Vejviser.Matching.Assignment;

/// <summary>Makes the flat <see cref="Model"/> of a checked problem.</summary>
internal static class ModelBuilder
{
    private const int MostScoreDecimals = 9;
    private const double MostTotal = 1e14;

    public static Model Build(AssignmentProblem problem)
    {
        ProblemCheck.Demand(problem);
        var seekerAt = Order(problem.Seekers.Count, i => problem.Seekers[i].Id);
        var placeAt = Order(problem.Places.Count, i => problem.Places[i].Id);
        var seekerNumber = Numbers(seekerAt, i => problem.Seekers[i].Id);
        var placeNumber = Numbers(placeAt, i => problem.Places[i].Id);
        int n = seekerAt.Length, m = placeAt.Length, dims = problem.Dimensions.Count;

        var options = Sorted(problem, seekerNumber, placeNumber, n);
        var count = options.Length + n;
        var first = new int[n + 1];
        var (place, seeker, at) = (new int[count], new int[count], new int[count]);
        var score = new double[count];
        var load = new double[count * dims];
        var loadScale = LoadScales(problem);
        var sign = problem.Sense == Sense.Maximize ? 1d : -1d;
        var (scale, isExact) = ScoreScale(problem, n);
        double least = 0, most = 0, largest = 0;
        var o = 0;
        for (int i = 0, k = 0; i < n; i++)
        {
            first[i] = o;
            for (; k < options.Length && options[k].Seeker == i; k++, o++)
            {
                var source = problem.Options[options[k].At];
                (place[o], seeker[o], at[o]) = (options[k].Place, i, options[k].At);
                score[o] = Math.Round(sign * source.Score * scale);
                for (var d = 0; d < dims; d++)
                    load[o * dims + d] = Math.Round(source.Load[d] * loadScale[d]);
                (least, most) = (Math.Min(least, score[o]), Math.Max(most, score[o]));
            }

            (place[o], seeker[o], at[o]) = (-1, i, -1);
            score[o] = Math.Round(sign * problem.Seekers[seekerAt[i]].UnplacedScore * scale);
            if (problem.Seekers[seekerAt[i]].Optional)
                (least, most) = (Math.Min(least, score[o]), Math.Max(most, score[o]));
            o++;
        }

        first[n] = o;
        largest = Math.Max(Math.Abs(least), Math.Abs(most));
        var forbidden = least - 50 * (most - least + 1);
        var must = new bool[n];
        for (var i = 0; i < n; i++)
        {
            var source = problem.Seekers[seekerAt[i]];
            must[i] = !source.Optional || source.Pinned is not null;
            if (must[i])
                score[first[i + 1] - 1] = forbidden;
        }

        var rows = new RowBuilder(problem, placeAt, placeNumber, seekerNumber, loadScale);
        rows.Fill(place, seeker, load);
        return new Model
        {
            Source = problem, SeekerAt = seekerAt, PlaceAt = placeAt, OptionAt = at,
            Seekers = n, Places = m, Dimensions = dims, Rows = rows.Count,
            First = first, OptionPlace = place, OptionSeeker = seeker, Score = score, Load = load,
            ColumnFirst = rows.ColumnFirst, ColumnRow = rows.ColumnRow, ColumnValue = rows.ColumnValue,
            RowLeast = rows.Least, RowMost = rows.Most, Must = must, Forbidden = forbidden, Penalty = 1000 * (most - least + 1),
            Unit = 1 / scale, Rounding = isExact ? 0 : 0.5 * n, Tolerance = Math.Max(1e-6, 1e-12 * largest * Math.Max(1, n)),
        };
    }

    /// <summary>Only the pinned option of a pinned seeker is left; options that can never fit stay, so that a conflict can name them.</summary>
    private static (int Seeker, int Place, int At)[] Sorted(
        AssignmentProblem problem, Dictionary<string, int> seekerNumber, Dictionary<string, int> placeNumber, int n)
    {
        var pinned = new string?[n];
        foreach (var seeker in problem.Seekers)
            pinned[seekerNumber[seeker.Id]] = seeker.Pinned;
        var options = new List<(int Seeker, int Place, int At)>(problem.Options.Count);
        for (var at = 0; at < problem.Options.Count; at++)
        {
            var option = problem.Options[at];
            var seeker = seekerNumber[option.Seeker];
            if (pinned[seeker] is null || pinned[seeker] == option.Place)
                options.Add((seeker, placeNumber[option.Place], at));
        }

        options.Sort();
        return [.. options];
    }

    private static int[] Order(int count, Func<int, string> id)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(id(a), id(b)));
        return order;
    }

    private static Dictionary<string, int> Numbers(int[] at, Func<int, string> id)
    {
        var numbers = new Dictionary<string, int>(at.Length, StringComparer.Ordinal);
        for (var i = 0; i < at.Length; i++)
            numbers[id(at[i])] = i;
        return numbers;
    }

    /// <summary>The smallest power of ten that makes every load, capacity and minimum of a dimension a whole number.</summary>
    private static double[] LoadScales(AssignmentProblem problem)
    {
        var scales = new double[problem.Dimensions.Count];
        for (var d = 0; d < scales.Length; d++)
        {
            var scale = 1d;
            foreach (var option in problem.Options)
                scale = Widen(scale, option.Load[d]);
            foreach (var place in problem.Places)
            {
                scale = Widen(scale, place.Capacity[d]);
                scale = Widen(scale, place.Minimum?[d] ?? 0);
            }

            scales[d] = scale;
        }

        return scales;

        static double Widen(double scale, double value)
        {
            while (scale < 1e6 && !IsWhole(value * scale))
                scale *= 10;
            return scale;
        }
    }

    private static (double Scale, bool IsExact) ScoreScale(AssignmentProblem problem, int n)
    {
        var scores = problem.Options.Select(o => o.Score).Concat(problem.Seekers.Where(s => s.Optional).Select(s => s.UnplacedScore)).ToArray();
        var largest = scores.Length == 0 ? 0 : scores.Max(Math.Abs);
        var scale = 1d;
        for (var decimals = 0; decimals < MostScoreDecimals; decimals++, scale *= 10)
        {
            if (Array.TrueForAll(scores, s => IsWhole(s * scale)))
                return (scale, true);
            if (largest * scale * 10 * Math.Max(1, n) > MostTotal)
                break;
        }

        return (scale, Array.TrueForAll(scores, s => IsWhole(s * scale)));
    }

    private static bool IsWhole(double value) => double.IsInfinity(value) || Math.Abs(value - Math.Round(value)) <= 1e-12 * Math.Max(1, Math.Abs(value));
}
