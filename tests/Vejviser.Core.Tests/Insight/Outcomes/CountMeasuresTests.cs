using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Insight.Outcomes;
using Vejviser.Core.Tests.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Insight.Outcomes;

/// <summary>Counting from the rows of a municipality; what each measure counts is tested with <see cref="CountMeasureTests"/>.</summary>
public sealed class CountMeasuresTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Run_PlansAndOutcomes_KeepsTheNewestCountAndItsTime(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var (first, second) = (await world.EnrolledAsync(await world.NewPersonAsync()), await world.EnrolledAsync(await world.NewPersonAsync()));
        await world.RegisterAsync(first, true);
        await world.EndAsync(first, PlanState.BrokenOff, "got-work");
        Assert.Equal((1, 1), await CountAsync(world, day: 0));

        await world.EndAsync(second, PlanState.BrokenOff, "moved");

        Assert.Equal((1, 2), await CountAsync(world, day: 1));
        await using var db = world.Open();
        Assert.All(await db.MeasureResults.ToListAsync(Cancel), r => Assert.Equal(world.By(day: 1).At, r.CountedAt));
        Assert.Equal(["small-course", "small-next"], await db.MeasureResults.OrderBy(r => r.Practice).Select(r => r.Practice).ToListAsync(Cancel));
    }

    private static async Task<(int, int?)> CountAsync(CourseWorld world, int day)
    {
        await using (var db = world.Open())
            await new CountMeasures(db, world.Practices).RunAsync(world.By(day: day), Cancel);
        await using var read = world.Open();
        var result = await read.MeasureResults.SingleAsync(r => r.Practice == "small-course" && r.Measure == "in-work", Cancel);
        return (result.Numerator, result.Denominator);
    }
}
