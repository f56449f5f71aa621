namespace Vejviser.Core.Engine.Catalogue.Reading;

internal static class Cycles
{
    /// <summary>Tells each cycle once, with its whole round, at the line of the reference that closes it.</summary>
    public static void Tell(IEnumerable<(string From, string To, int Line)> references, string code, Problems problems)
    {
        var next = references.ToLookup(r => r.From);
        var finished = new HashSet<string>();
        var path = new List<string>();

        void Visit(string id)
        {
            path.Add(id);
            foreach (var (_, to, line) in next[id])
            {
                if (path.IndexOf(to) is >= 0 and var start)
                    problems.Add(code, line, ("round", string.Join(" > ", path.Skip(start).Append(to))));
                else if (!finished.Contains(to))
                    Visit(to);
            }

            path.RemoveAt(path.Count - 1);
            finished.Add(id);
        }

        foreach (var start in next.Select(g => g.Key).Where(k => !finished.Contains(k)).ToList())
            if (!finished.Contains(start))
                Visit(start);
    }
}
