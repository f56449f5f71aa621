using Vejviser.Core.Engine.Fairness;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Pairs.PairWorld;

namespace Vejviser.Core.Tests.Engine.Pairs;

public sealed class PairFairnessTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Read_OneOfSixHasAgreed_CountsThePairWhenBothHaveSaidYes(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var plans = new List<Guid>();
        for (var i = 0; i < 6; i++)
            plans.Add((await world.EngineerAsync()).Plan);
        await world.VolunteerAsync(Mentors, "Erik Holt");
        Assert.True((await world.DecideAsync(Mentors)).IsSuccess);
        var pair = Assert.Single(await world.PairsAsync());

        await world.AnswerAsync(pair.Id, PairParty.Newcomer, isYes: true);
        Assert.Equal((6, 0), await PlacedAsync(world));
        await world.AnswerAsync(pair.Id, PairParty.Volunteer, isYes: true);

        Assert.Equal((6, 1), await PlacedAsync(world));
        var figures = await ReadAsync(world, Today.AddDays(-30));
        Assert.Equal([("ar", 6)], figures.Tables[0].Groups.Select(g => (g.Key, g.Count)));
        Assert.Equal((1, 0), (figures.ByHand.All, figures.ByHand.Chosen));
        // A pair agreed before the period is no longer among those who wait.
        Assert.Equal(5, (await ReadAsync(world, Today.AddDays(1))).All.Count);
    }

    private static async Task<(int?, int?)> PlacedAsync(PairWorld world) => (await ReadAsync(world, Today.AddDays(-30))).All is var all ? (all.Count, all.Placed) : default;

    private static async Task<FairnessFigures> ReadAsync(PairWorld world, DateOnly from)
    {
        await using var db = world.Open();
        return await PairFairness.ReadAsync(db, Practices, Mentors, from, Today, Cancel);
    }
}
