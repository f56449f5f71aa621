using Google.OrTools.Sat;
using Vejviser.Matching.Groups;

namespace Vejviser.Matching.Bench.Groups;

/// <summary>The same problem written for CP-SAT, from the problem and not from what the solver makes of it.</summary>
internal static class GroupsPeer
{
    public static (bool IsProven, long Weight, long Fit) Solve(GroupProblem problem, int seconds)
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
        var status = solver.Solve(model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return (false, 0, 0);
        var total = (long)Math.Round(solver.ObjectiveValue);
        return (status == CpSolverStatus.Optimal, total / scale, total % scale);
    }
}
