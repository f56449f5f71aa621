namespace Vejviser.Matching.Time;

/// <summary>Meetings that hang together: each overlaps another that one and the same interpreter could take. What is chosen in one part changes nothing in any other.</summary>
internal sealed class FixedTimePart
{
    public FixedTimePart(IEnumerable<FixedMeeting> meetings)
    {
        Meetings = [.. meetings.OrderBy(m => m.Start).ThenBy(m => m.Id, StringComparer.Ordinal)];
        var number = Meetings.SelectMany(m => m.Choices).Select(c => c.Interpreter).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(i => i.Item, i => i.Index, StringComparer.Ordinal);
        Interpreters = number.Count;
        Choices = [.. Meetings.Select(m => InOrder(m.Choices).Select(c => (number[c.Interpreter], c)).ToArray())];
    }

    /// <summary>In order of time.</summary>
    public FixedMeeting[] Meetings { get; }

    public int Interpreters { get; }

    /// <summary>By meeting, the best first, with the interpreter's number.</summary>
    public (int Interpreter, InterpreterChoice Choice)[][] Choices { get; }

    public static IEnumerable<InterpreterChoice> InOrder(IEnumerable<InterpreterChoice> choices) =>
        choices.OrderBy(c => c.Mode).ThenBy(c => c.TravelMinutes).ThenBy(c => !c.IsCertified).ThenBy(c => c.Interpreter, StringComparer.Ordinal);

    public static IEnumerable<FixedTimePart> Of(IReadOnlyList<FixedMeeting> meetings)
    {
        var joined = Enumerable.Range(0, meetings.Count).ToArray();
        foreach (var own in meetings.Index().SelectMany(m => m.Item.Choices.Select(c => (c.Interpreter, m.Index))).GroupBy(c => c.Interpreter, c => c.Index, StringComparer.Ordinal))
        {
            var (last, until) = (-1, int.MinValue);
            foreach (var at in own.OrderBy(m => meetings[m].Start))
            {
                if (meetings[at].Start < until)
                    joined[Root(joined, at)] = Root(joined, last);
                (last, until) = (at, Math.Max(until, meetings[at].End));
            }
        }

        return meetings.Index().GroupBy(m => Root(joined, m.Index), m => m.Item).Select(part => new FixedTimePart(part));
    }

    public FixedCost CostOf(int[] chosen) => chosen.Index().Aggregate(default(FixedCost), (sum, c) => sum.Plus(c.Item < 0 ? FixedCost.OneUnmet : Choices[c.Index][c.Item].Choice.Cost));

    private static int Root(int[] joined, int at)
    {
        while (joined[at] != at)
            at = joined[at] = joined[joined[at]];
        return at;
    }
}
