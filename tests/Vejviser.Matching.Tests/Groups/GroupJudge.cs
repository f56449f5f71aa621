using Google.OrTools.Sat;
using Vejviser.Matching.Groups;

namespace Vejviser.Matching.Tests.Groups;

/// <summary>The rules read from the problem, and the optimum by other means: every way there is, or CP-SAT.</summary>
internal static class GroupJudge
{
    public static void KeepsEveryRule(GroupProblem problem, GroupAnswer answer)
    {
        var people = problem.People.ToDictionary(p => p.Id);
        var sessions = problem.Sessions.ToDictionary(s => s.Id);
        var leaders = (problem.Leaders ?? []).ToDictionary(l => l.Id);
        var grouped = answer.Groups.SelectMany(g => g.Members.Select(m => m.Person)).ToArray();
        Assert.Equal(grouped.Length, grouped.Distinct().Count());
        Assert.Equal(problem.People.Select(p => p.Id).Order(StringComparer.Ordinal), grouped.Concat(answer.Waiting.Select(w => w.Person)).Order(StringComparer.Ordinal));
        Assert.Equal(answer.Groups.Count, answer.Groups.Select(g => g.Session).Distinct().Count());
        Assert.Equal(answer.Weight, grouped.Sum(p => people[p].Weight));
        Assert.Equal(answer.Fit, answer.Groups.Sum(g => g.Members.Sum(m => people[m.Person].Wishes.Single(w => w.Session == g.Session).Fit)));
        foreach (var group in answer.Groups)
        {
            Assert.InRange(group.Members.Count, problem.Rules.Least, Math.Min(problem.Rules.Most, sessions[group.Session].Capacity));
            var members = group.Members.Select(m => people[m.Person]).ToArray();
            if (problem.Rules.OneLanguage)
                Assert.All(members, m => Assert.Contains(group.Language!, m.Languages));
            if (problem.Rules.LevelSpan is { } span)
                Assert.True(members.Max(m => m.Level) - members.Min(m => m.Level) <= span);
            Assert.All(members, m => Assert.True(m.Pinned is null || m.Pinned == group.Session));
            if (sessions[group.Session].Languages is { } tongues)
                Assert.All(members, m => Assert.Contains(m.Languages, l => tongues.Contains(l)));
            if (problem.Leaders is null)
                continue;
            Assert.Contains(group.Session, leaders[group.Leader!].Sessions);
            Assert.True(group.Language is null || leaders[group.Leader!].Languages.Contains(group.Language));
        }

        foreach (var led in answer.Groups.Where(g => g.Leader is not null).GroupBy(g => g.Leader!))
        {
            Assert.True(led.Count() <= leaders[led.Key].Most);
            Assert.Equal(led.Count(), led.Select(g => sessions[g.Session].Time).Distinct().Count());
        }
    }

    /// <summary>Every assignment of people to sessions or none, with every language and leader: for up to 12 people.</summary>
    public static (long Weight, long Fit) Exhaustive(GroupProblem problem)
    {
        var best = (Weight: 0L, Fit: 0L);
        var members = problem.Sessions.Select(_ => new List<GroupPerson>()).ToArray();
        Try(0, 0, 0);
        return best;

        void Try(int at, long weight, long fit)
        {
            if (at == problem.People.Count)
            {
                if ((weight, fit).CompareTo(best) > 0 && members.All(Sized) && Led(0, []))
                    best = (weight, fit);
                return;
            }

            var person = problem.People[at];
            Try(at + 1, weight, fit);
            for (var s = 0; s < members.Length; s++)
            {
                var session = problem.Sessions[s];
                var wish = person.Wishes.Where(w => w.Session == session.Id).Select(w => (int?)w.Fit).FirstOrDefault();
                if (wish is null || members[s].Count == Math.Min(problem.Rules.Most, session.Capacity) || !Joins(person, members[s], session))
                    continue;
                members[s].Add(person);
                Try(at + 1, weight + person.Weight, fit + wish.Value);
                members[s].RemoveAt(members[s].Count - 1);
            }
        }

        bool Sized(List<GroupPerson> group) => group.Count == 0 || group.Count >= problem.Rules.Least;

        bool Joins(GroupPerson person, List<GroupPerson> group, GroupSession session) =>
            (session.Languages is null || person.Languages.Any(session.Languages.Contains))
            && (problem.Rules.LevelSpan is not { } span || group.All(m => Math.Abs(m.Level!.Value - person.Level!.Value) <= span))
            && (!problem.Rules.OneLanguage || person.Languages.Any(l => group.All(m => m.Languages.Contains(l))));

        bool Led(int s, Dictionary<string, List<string>> times)
        {
            if (problem.Leaders is null || s == members.Length)
                return true;
            if (members[s].Count == 0)
                return Led(s + 1, times);
            var session = problem.Sessions[s];
            foreach (var leader in problem.Leaders)
            {
                var led = times.GetValueOrDefault(leader.Id) ?? [];
                if (!leader.Sessions.Contains(session.Id) || led.Count >= leader.Most || led.Contains(session.Time))
                    continue;
                if (problem.Rules.OneLanguage && !leader.Languages.Any(l => members[s].All(m => m.Languages.Contains(l))))
                    continue;
                if (Led(s + 1, new(times) { [leader.Id] = [.. led, session.Time] }))
                    return true;
            }

            return false;
        }
    }

    /// <returns>The optimum, weight before fit, proven by CP-SAT.</returns>
    public static (long Weight, long Fit) CpSat(GroupProblem problem, int seconds = 60)
    {
        var model = new CpModel();
        var scale = 1 + problem.People.Sum(p => (long)p.Wishes.Select(w => w.Fit).DefaultIfEmpty().Max());
        string[] languages = problem.Rules.OneLanguage ? [.. problem.People.SelectMany(p => p.Languages).Distinct()] : [""];
        int[] starts = problem.Rules.LevelSpan is null ? [0] : [.. problem.People.Select(p => p.Level!.Value).Distinct()];
        var seats = problem.People.ToDictionary(p => p.Id, _ => new List<BoolVar>());
        var (terms, values) = (new List<BoolVar>(), new List<long>());
        var bySession = problem.Sessions.ToDictionary(s => s.Id, _ => new List<BoolVar>());
        var ledBy = (problem.Leaders ?? []).ToDictionary(l => l.Id, _ => new List<(BoolVar Led, string Time)>());
        foreach (var session in problem.Sessions)
        {
            foreach (var language in languages)
            {
                foreach (var start in starts)
                {
                    var open = model.NewBoolVar("");
                    bySession[session.Id].Add(open);
                    var inside = new List<BoolVar>();
                    foreach (var person in problem.People)
                    {
                        if (!person.Wishes.Any(w => w.Session == session.Id) || (language != "" && !person.Languages.Contains(language)))
                            continue;
                        if (problem.Rules.LevelSpan is { } span && (person.Level < start || person.Level > start + span))
                            continue;
                        if (session.Languages is { } tongues && !person.Languages.Any(tongues.Contains))
                            continue;
                        var sits = model.NewBoolVar("");
                        model.AddImplication(sits, open);
                        inside.Add(sits);
                        seats[person.Id].Add(sits);
                        terms.Add(sits);
                        values.Add(person.Weight * scale + person.Wishes.Single(w => w.Session == session.Id).Fit);
                    }

                    model.Add(LinearExpr.Sum(inside) >= problem.Rules.Least * open);
                    model.Add(LinearExpr.Sum(inside) <= Math.Min(problem.Rules.Most, session.Capacity) * open);
                    if (problem.Leaders is null)
                        continue;
                    var leads = new List<BoolVar>();
                    foreach (var leader in problem.Leaders.Where(l => l.Sessions.Contains(session.Id) && (language == "" || l.Languages.Contains(language))))
                    {
                        var led = model.NewBoolVar("");
                        leads.Add(led);
                        ledBy[leader.Id].Add((led, session.Time));
                    }

                    model.Add(LinearExpr.Sum(leads) == open);
                }
            }
        }

        foreach (var list in seats.Values.Concat(bySession.Values))
            model.AddAtMostOne(list);
        foreach (var leader in problem.Leaders ?? [])
        {
            model.Add(LinearExpr.Sum(ledBy[leader.Id].Select(l => l.Led)) <= leader.Most);
            foreach (var time in ledBy[leader.Id].GroupBy(l => l.Time))
                model.AddAtMostOne(time.Select(t => t.Led));
        }

        model.Maximize(LinearExpr.WeightedSum(terms, values));
        var solver = new CpSolver { StringParameters = $"num_workers:2,max_time_in_seconds:{seconds},random_seed:1" };
        Assert.Equal(CpSolverStatus.Optimal, solver.Solve(model));
        var total = (long)Math.Round(solver.ObjectiveValue);
        return (total / scale, total % scale);
    }
}
