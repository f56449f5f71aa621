namespace Vejviser.Matching.Groups;

/// <summary>A group that could be formed: a session, a language, a window of levels, and who could be in it.</summary>
/// <param name="Language">-1 where groups may mix.</param>
/// <param name="From">Lowest level in the window.</param>
internal sealed record Candidate(int Session, int Language, int From, int Capacity, int[] People, int[] Fits);

/// <summary>The problem in numbers, everything in order of id, so that the order of the input cannot matter.</summary>
internal sealed class GroupModel
{
    private readonly bool[] _leadsAt;
    private readonly bool[] _speaks;

    public GroupModel(GroupProblem problem)
    {
        Rules = problem.Rules;
        People = [.. problem.People.OrderBy(p => p.Id, StringComparer.Ordinal)];
        Sessions = [.. problem.Sessions.OrderBy(s => s.Id, StringComparer.Ordinal)];
        Leaders = problem.Leaders is null ? null : [.. problem.Leaders.OrderBy(l => l.Id, StringComparer.Ordinal)];
        Languages = Rules.OneLanguage ? [.. People.SelectMany(p => p.Languages).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [];
        // One pinned person outweighs everybody who is not: a choice by hand stands wherever it can.
        var all = 1 + People.Sum(p => (long)p.Weight);
        Weights = [.. People.Select(p => p.Weight + (p.Pinned is null ? 0 : all))];
        _leadsAt = [.. from l in Leaders ?? [] from s in Sessions select l.Sessions.Contains(s.Id, StringComparer.Ordinal)];
        _speaks = [.. from l in Leaders ?? [] from code in Languages select l.Languages.Contains(code, StringComparer.Ordinal)];
        Candidates = [.. Build()];
        FitScale = 1 + People.Sum(p => (long)p.Wishes.Select(w => w.Fit).DefaultIfEmpty().Max());
        BySession = [.. Enumerable.Range(0, Sessions.Length).Select(s => Enumerable.Range(0, Candidates.Length).Where(c => Candidates[c].Session == s).ToArray())];
    }

    public GroupRules Rules { get; }

    public GroupPerson[] People { get; }

    public GroupSession[] Sessions { get; }

    public GroupLeader[]? Leaders { get; }

    public string[] Languages { get; }

    public long[] Weights { get; }

    public Candidate[] Candidates { get; }

    public int[][] BySession { get; }

    /// <summary>More than all fits together: what makes weight come first.</summary>
    public long FitScale { get; }

    public bool LeadsAt(int leader, int session) => _leadsAt[leader * Sessions.Length + session];

    public bool CanLead(int leader, int session, int language) =>
        LeadsAt(leader, session) && (language < 0 || _speaks[leader * Languages.Length + language]);

    private IEnumerable<Candidate> Build()
    {
        for (var s = 0; s < Sessions.Length; s++)
        {
            var there = new List<(int Person, int Fit)>();
            for (var p = 0; p < People.Length; p++)
            {
                if (FitIn(p, s) is { } fit)
                    there.Add((p, fit));
            }

            for (var language = Rules.OneLanguage ? 0 : -1; language < Languages.Length; language++)
            {
                var code = language < 0 ? null : Languages[language];
                if (Leaders is not null && !Enumerable.Range(0, Leaders.Length).Any(l => CanLead(l, s, language)))
                    continue;
                var speakers = code is null ? there : there.Where(t => People[t.Person].Languages.Contains(code, StringComparer.Ordinal)).ToList();
                foreach (var candidate in Windows(s, language, speakers))
                    yield return candidate;
            }
        }
    }

    private IEnumerable<Candidate> Windows(int session, int language, List<(int Person, int Fit)> people)
    {
        var capacity = Math.Min(Rules.Most, Sessions[session].Capacity);
        if (capacity < Rules.Least)
            yield break;
        int[] starts = Rules.LevelSpan is null ? [0] : [.. people.Select(p => People[p.Person].Level!.Value).Distinct().Order()];
        var highest = int.MinValue;
        foreach (var start in starts)
        {
            var inside = Rules.LevelSpan is { } span ? people.Where(p => People[p.Person].Level >= start && People[p.Person].Level <= start + span).ToList() : people;
            // A window that reaches no higher than the one before holds nobody more.
            var top = Rules.LevelSpan is null ? 0 : inside.Max(p => People[p.Person].Level!.Value);
            if (top > highest && inside.Count >= Rules.Least)
                yield return new Candidate(session, language, start, capacity, [.. inside.Select(p => p.Person)], [.. inside.Select(p => p.Fit)]);
            highest = Math.Max(highest, top);
        }
    }

    /// <returns>Null where the person cannot come to the session.</returns>
    public int? FitIn(int person, int session)
    {
        var (who, where) = (People[person], Sessions[session]);
        if (who.Pinned is { } pinned && pinned != where.Id)
            return null;
        if (where.Languages is { } tongues && !who.Languages.Intersect(tongues, StringComparer.Ordinal).Any())
            return null;
        foreach (var wish in who.Wishes)
        {
            if (wish.Session == where.Id)
                return wish.Fit;
        }

        return null;
    }
}
