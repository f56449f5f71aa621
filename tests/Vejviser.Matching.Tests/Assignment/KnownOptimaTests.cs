using Vejviser.Matching.Assignment;
using Vejviser.Matching.Format;
using Vejviser.Testing;

namespace Vejviser.Matching.Tests.Assignment;

/// <summary>The OR-Library's instances in <c>bench/data/gap</c>, with the proven optima of its README.</summary>
public sealed class KnownOptimaTests
{
    [Theory]
    [InlineData("gap1-0", 261)]
    [InlineData("gap2-0", 277)]
    [InlineData("gap3-0", 438)]
    [InlineData("gap4-0", 423)]
    [InlineData("gap5-0", 403)]
    [InlineData("gap6-0", 525)]
    [InlineData("a05100", 1698)]
    [InlineData("b05100", 1843)]
    [InlineData("c05100", 1931)]
    [InlineData("c10100", 1402)]
    [InlineData("d05100", 6353)]
    public void Solve_LibraryInstance_ProvesTheKnownOptimum(string file, double optimum)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "bench/data/gap", file));
        var problem = GapImport.Read(file, text);

        var answer = AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer;

        Assert.Equal(SolveStatus.Optimal, answer.Status);
        Assert.Equal(optimum, answer.Score);
        Assert.Equal(optimum, answer.Bound);
        Assert.Equal(0, answer.Gap);
    }
}
