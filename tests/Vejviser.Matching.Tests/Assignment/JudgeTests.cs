using Google.OrTools.Sat;
using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>CP-SAT as the judge of problems too large to try every placement of.</summary>
[Trait("Run", "Full")]
public sealed class JudgeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Solve_SixtySeekersTwoDimensionsAndQuotas_AgreesWithCpSat(int seed)
    {
        var problem = Make(new Random(seed));

        var answer = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;

        var judged = Judge(problem);
        Assert.Equal(judged is null ? SolveStatus.Infeasible : SolveStatus.Optimal, answer.Status);
        Assert.Equal(judged, answer.Score);
    }

    /// <summary>A meeting with more households than the key lets in: as many as it lets are placed.</summary>
    [Fact]
    public void Solve_MoreHouseholdsThanTheKeyLetsIn_AgreesWithCpSat()
    {
        var random = new Random(1);
        string[] homes = [.. Enumerable.Range(0, 55).Select(h => $"h{h}")], households = [.. Enumerable.Range(0, 54).Select(s => $"s{s}")];
        var problem = new AssignmentProblem(
            "meeting", Sense.Maximize, ["homes"], [.. households.Select(s => new Seeker(s, null, Optional: true, UnplacedScore: -10_000 - random.Next(90)))], [.. homes.Select(h => new Place(h, [1]))],
            [.. from s in households from h in homes where random.Next(3) == 0 select new Option(s, h, random.Next(1000), [1])],
            [.. Enumerable.Range(0, 5).Select(a => new Quota($"a{a}", [.. homes.Where((_, at) => at % 5 == a)], Max: 6 + a % 2))]);

        var answer = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;

        Assert.Equal(SolveStatus.Optimal, answer.Status);
        Assert.Equal(32, answer.Placements.Count);
        Assert.Equal(JudgeUnits(problem), answer.Score);
    }

    private static AssignmentProblem Make(Random random)
    {
        var options = new List<Option>();
        for (var i = 0; i < 60; i++)
        {
            double[] load = [random.Next(1, 7), random.Next(0, 3)];
            for (var p = 0; p < 6; p++)
            {
                if (random.Next(3) > 0)
                    options.Add(new Option($"s{i}", $"p{p}", random.Next(0, 100), load));
            }
        }

        return new AssignmentProblem(
            "judged", Sense.Maximize, ["beds", "seats"],
            [.. Enumerable.Range(0, 60).Select(i => new Seeker($"s{i}", null, Optional: true, UnplacedScore: -20))],
            [.. Enumerable.Range(0, 6).Select(p => new Place($"p{p}", [30, 9], [12, 0]))],
            options,
            [
                new Quota("north", ["p0", "p1"], Min: 8, Max: 15),
                new Quota("beds in the south", ["p2", "p3"], Max: 50, Count: "beds"),
                new Quota("two thirds of the young in the town", ["p4", "p5"], Share: new Share(1, 3, 0.05)),
            ]);
    }

    private static double? Judge(AssignmentProblem problem)
    {
        var model = new CpModel();
        var use = problem.Options.Select(o => model.NewBoolVar("")).ToArray();
        LinearExpr Sum(Func<Option, long> amount) => LinearExpr.WeightedSum(use, problem.Options.Select(amount));
        foreach (var seeker in problem.Seekers)
            model.AddAtMostOne(problem.Options.Select((o, at) => (o, at)).Where(x => x.o.Seeker == seeker.Id).Select(x => use[x.at]));
        foreach (var place in problem.Places)
        {
            for (var d = 0; d < 2; d++)
            {
                var dimension = d;
                model.AddLinearConstraint(Sum(o => o.Place == place.Id ? (long)o.Load[dimension] : 0), (long)place.Minimum![d], (long)place.Capacity[d]);
            }
        }

        model.AddLinearConstraint(Sum(o => o.Place is "p0" or "p1" ? 1 : 0), 8, 15);
        model.Add(Sum(o => o.Place is "p2" or "p3" ? (long)o.Load[0] : 0) <= 50);
        // In sixtieths: a third give or take a twentieth of all who are placed.
        model.Add(Sum(o => (o.Place is "p4" or "p5" ? 60 : 0) - 17) >= 0);
        model.Add(Sum(o => (o.Place is "p4" or "p5" ? 60 : 0) - 23) <= 0);
        // Staying unplaced costs 20, so being placed is worth 20 more.
        model.Maximize(Sum(o => (long)o.Score + 20));
        var solver = new CpSolver { StringParameters = "num_workers:2" };
        return solver.Solve(model) == CpSolverStatus.Optimal ? solver.ObjectiveValue - 20 * problem.Seekers.Count : null;
    }

    private static double JudgeUnits(AssignmentProblem problem)
    {
        var model = new CpModel();
        var use = problem.Options.Select(o => (Option: o, Var: model.NewBoolVar(""))).ToArray();
        foreach (var of in use.GroupBy(u => u.Option.Seeker).Concat(use.GroupBy(u => u.Option.Place)))
            model.AddAtMostOne(of.Select(u => u.Var));
        foreach (var quota in problem.Quotas)
            model.AddLinearConstraint(LinearExpr.Sum(use.Where(u => quota.Places.Contains(u.Option.Place)).Select(u => u.Var)), 0, (long)quota.Max!.Value);
        var unplaced = problem.Seekers.ToDictionary(s => s.Id, s => s.UnplacedScore);
        model.Maximize(LinearExpr.WeightedSum(use.Select(u => u.Var), use.Select(u => (long)(u.Option.Score - unplaced[u.Option.Seeker]))));
        var solver = new CpSolver { StringParameters = "num_workers:2" };
        Assert.Equal(CpSolverStatus.Optimal, solver.Solve(model));
        return solver.ObjectiveValue + unplaced.Values.Sum();
    }
}
