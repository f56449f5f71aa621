using Vejviser.Matching.Groups;

namespace Vejviser.Matching.Bench.Groups;

/// <summary>Reads every rule from the problem and counts again.</summary>
internal static class GroupsChecker
{
    /// <returns>Null where every rule holds and the numbers are right.</returns>
    public static string? Fault(GroupProblem problem, IReadOnlyList<FormedGroup> groups, long weight, long fit)
    {
        var people = problem.People.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var sessions = problem.Sessions.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var (seen, held) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        long foundWeight = 0, foundFit = 0;
        foreach (var group in groups)
        {
            if (!held.Add(group.Session))
                return $"two groups in {group.Session}";
            if (group.Members.Count < problem.Rules.Least || group.Members.Count > Math.Min(problem.Rules.Most, sessions[group.Session].Capacity))
                return $"{group.Members.Count} in {group.Session}";
            foreach (var member in group.Members)
            {
                var person = people[member.Person];
                if (!seen.Add(person.Id))
                    return $"{person.Id} sits twice";
                if (problem.Rules.OneLanguage && !person.Languages.Contains(group.Language!, StringComparer.Ordinal))
                    return $"{person.Id} does not speak {group.Language}";
                var wish = person.Wishes.Where(w => w.Session == group.Session).Select(w => (int?)w.Fit).FirstOrDefault();
                if (wish is null)
                    return $"{person.Id} cannot come to {group.Session}";
                foundWeight += person.Weight;
                foundFit += wish.Value;
            }

            var levels = group.Members.Select(m => people[m.Person].Level ?? 0).ToArray();
            if (problem.Rules.LevelSpan is { } span && levels.Max() - levels.Min() > span)
                return $"levels too far apart in {group.Session}";
        }

        return Leaders(problem, groups, sessions) ?? (foundWeight == weight && foundFit == fit ? null : $"counts {foundWeight} and {foundFit}, not {weight} and {fit}");
    }

    private static string? Leaders(GroupProblem problem, IReadOnlyList<FormedGroup> groups, Dictionary<string, GroupSession> sessions)
    {
        if (problem.Leaders is null)
            return null;
        foreach (var led in groups.GroupBy(g => g.Leader ?? "", StringComparer.Ordinal))
        {
            var leader = problem.Leaders.FirstOrDefault(l => l.Id == led.Key);
            if (leader is null || led.Count() > leader.Most || led.Select(g => sessions[g.Session].Time).Distinct(StringComparer.Ordinal).Count() < led.Count())
                return $"{led.Key} leads {led.Count()}";
            if (led.Any(g => !leader.Sessions.Contains(g.Session, StringComparer.Ordinal) || (g.Language is { } code && !leader.Languages.Contains(code, StringComparer.Ordinal))))
                return $"{led.Key} cannot lead a group";
        }

        return null;
    }
}
