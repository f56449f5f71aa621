using Vejviser.Matching.Assignment;
using static Vejviser.Matching.Flow.Demand;

namespace Vejviser.Matching.Groups;

/// <summary>Whether a problem is one. Says the first thing that is wrong, with the id it is about.</summary>
internal static class GroupCheck
{
    private const int MostSize = 1000;
    private const int MostWeight = 10_000;
    private const int MostFit = 10_000;

    /// <exception cref="BadProblemException">Something is wrong.</exception>
    public static void Check(GroupProblem problem)
    {
        Within(problem.Rules.Least, 1, MostSize, "rules", problem.Name, "least");
        Within(problem.Rules.Most, problem.Rules.Least, MostSize, "rules", problem.Name, "most");
        Within(problem.Rules.LevelSpan ?? 0, 0, MostSize, "rules", problem.Name, "levelSpan");
        var sessions = NameOnce(problem.Sessions.Select(s => s.Id), "session");
        NameOnce(problem.People.Select(p => p.Id), "person");
        NameOnce((problem.Leaders ?? []).Select(l => l.Id), "leader");
        foreach (var session in problem.Sessions)
            Within(session.Capacity, 0, MostSize, "session", session.Id, "capacity");
        foreach (var leader in problem.Leaders ?? [])
        {
            Within(leader.Most, 0, MostSize, "leader", leader.Id, "most");
            foreach (var session in leader.Sessions)
                Known(sessions, session, "leader", leader.Id);
        }

        foreach (var person in problem.People)
            Check(person, problem.Rules, sessions);
    }

    private static void Check(GroupPerson person, GroupRules rules, HashSet<string> sessions)
    {
        Within(person.Weight, 1, MostWeight, "person", person.Id, "weight");
        if (rules.LevelSpan is not null && person.Level is null)
            throw Bad("person-without-level", ("person", Shown(person.Id)));
        if (rules.OneLanguage && person.Languages.Count == 0)
            throw Bad("person-without-language", ("person", Shown(person.Id)));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in person.Wishes)
        {
            Known(sessions, wish.Session, "person", person.Id);
            Within(wish.Fit, 0, MostFit, "person", person.Id, "fit");
            if (!seen.Add(wish.Session))
                throw Bad("wish-twice", ("person", Shown(person.Id)), ("session", Shown(wish.Session)));
        }

        if (person.Pinned is { } pinned && !seen.Contains(pinned))
            throw Bad("pinned-without-wish", ("person", Shown(person.Id)), ("session", Shown(pinned)));
    }

    private static void Known(HashSet<string> sessions, string? session, string kind, string id)
    {
        if (session is null || !sessions.Contains(session))
            throw Bad("unknown-session", ("kind", kind), ("id", Shown(id)), ("session", Shown(session ?? "")));
    }
}
