using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Plans;

/// <summary>What is told beforehand of the small course is what enrolling then does.</summary>
public sealed class EnrolChoicesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>There were two seats and are one: who sits on the second goes on, and takes none of those there are.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Choices_SeatsWereMore_TellWhoWouldWaitAsEnrollingDoes(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var plans = new[] { await world.EnrolledAsync(await world.NewPersonAsync()), await world.EnrolledAsync(await world.NewPersonAsync()) };
        await world.AdoptAsync("small-course", ("seats", 1));
        var (third, fourth) = (await world.NewPersonAsync(), await world.NewPersonAsync());
        Assert.Equal(1, await PlaceInLineAsync(world, third));

        foreach (var plan in plans)
        {
            if ((await world.PlanAsync(plan)).Seat == 1)
                await world.EndAsync(plan, PlanState.BrokenOff, "moved");
        }

        Assert.Null(await PlaceInLineAsync(world, third));
        Assert.False((await world.EnrolAsync(third)).Value.IsWaiting);
        Assert.Equal(1, await PlaceInLineAsync(world, fourth));
        Assert.True((await world.EnrolAsync(fourth)).Value.IsWaiting);
        Assert.Equal(2, await PlaceInLineAsync(world, await world.NewPersonAsync()));
    }

    private static async Task<int?> PlaceInLineAsync(CourseWorld world, Person person)
    {
        await using var db = world.Open();
        return (await ReadEnrolChoices.RunAsync(db, world.Practices, person.HouseholdId, person.Id, CourseWorld.Today, Cancel)).Single(c => c.Definition.Id == "small-course").PlaceInLine;
    }
}
