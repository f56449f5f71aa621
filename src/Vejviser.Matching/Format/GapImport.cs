using System.Globalization;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Format;

/// <summary>
/// Reads a generalized assignment instance as the OR-Library writes it: number of agents and jobs, a table of costs (agent by agent), a table of loads, the
/// agents' capacities. Agents become places <c>p1…</c>, jobs become seekers <c>s1…</c>.
/// </summary>
public static class GapImport
{
    private const int MostOptions = 5_000_000;

    /// <exception cref="BadProblemException">Not such a file.</exception>
    public static AssignmentProblem Read(string name, string text)
    {
        var numbers = new Numbers(text);
        var agents = numbers.Count("agents");
        var jobs = numbers.Count("jobs");
        if ((long)agents * jobs > MostOptions)
            throw new BadProblemException(new Reason("gap-too-large", ("agents", agents), ("jobs", jobs), ("most", MostOptions)));
        var costs = numbers.Table(agents, jobs);
        var loads = numbers.Table(agents, jobs);
        var capacities = numbers.Table(1, agents)[0];
        numbers.End();

        var options = new List<Option>(agents * jobs);
        for (var j = 0; j < jobs; j++)
        {
            for (var a = 0; a < agents; a++)
                options.Add(new Option(Id('s', j), Id('p', a), costs[a][j], [loads[a][j]]));
        }

        return new AssignmentProblem(
            name,
            Sense.Minimize,
            ["load"],
            [.. Enumerable.Range(0, jobs).Select(j => new Seeker(Id('s', j)))],
            [.. Enumerable.Range(0, agents).Select(a => new Place(Id('p', a), [capacities[a]]))],
            options,
            []);
    }

    private static string Id(char kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number + 1}");

    private sealed class Numbers(string text)
    {
        private int _at;
        private int _read;

        public int Count(string what)
        {
            var value = Next();
            return value is >= 0 and <= 1_000_000 && value == Math.Floor(value)
                ? (int)value : throw new BadProblemException(new Reason("gap-bad-count", ("what", what), ("value", value)));
        }

        public double[][] Table(int rows, int columns)
        {
            var table = new double[rows][];
            for (var r = 0; r < rows; r++)
            {
                table[r] = new double[columns];
                for (var c = 0; c < columns; c++)
                    table[r][c] = Next();
            }

            return table;
        }

        public void End()
        {
            if (!Word().IsEmpty)
                throw new BadProblemException(new Reason("gap-too-long", ("read", _read)));
        }

        private double Next()
        {
            var word = Word();
            if (word.IsEmpty)
                throw new BadProblemException(new Reason("gap-too-short", ("read", _read)));
            _read++;
            return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
                ? value : throw new BadProblemException(new Reason("gap-not-a-number", ("number", _read)));
        }

        private ReadOnlySpan<char> Word()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
            var from = _at;
            while (_at < text.Length && !char.IsWhiteSpace(text[_at]))
                _at++;
            return text.AsSpan(from, _at - from);
        }
    }
}
