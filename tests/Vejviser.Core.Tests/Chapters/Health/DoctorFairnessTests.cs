using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Engine.Fairness;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Chapters.Health.DoctorWorld;

namespace Vejviser.Core.Tests.Chapters.Health;

public sealed class DoctorFairnessTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Read_FiveOfSixWereGivenOne_CountsThemTheirDaysAndTheChoiceByHand(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var practice = await world.PracticeAsync("Lægerne", capacity: 5);
        var people = await world.ArriveAsync(6);
        Assert.True((await world.ChooseAsync(people[0], practice)).IsSuccess);
        Assert.True((await world.DecideAsync(await world.SeeAsync())).IsSuccess);

        var figures = await ReadAsync(world);

        Assert.Equal((6, 5), (figures.All.Count, figures.All.Placed));
        // Five were given one on the day they came, one has waited ten days.
        Assert.Equal(2, figures.All.MeanDays);
        Assert.Equal((5, 1), (figures.ByHand.All, figures.ByHand.Chosen));
        Assert.Equal([("Bor ved siden af", 1)], figures.ByHand.Reasons);
        await world.StandAsync(practice, PracticeStanding.Withdrawn);
        Assert.Equal((6, 0), (await ReadAsync(world)).All is var after ? (after.Count, after.Placed) : default);
    }

    private static async Task<FairnessFigures> ReadAsync(DoctorWorld world)
    {
        await using var db = world.Open();
        return await DoctorFairness.ReadAsync(db, Practices, new DateOnly(2026, 1, 1), DateOnly.FromDateTime(Start).AddDays(10), Cancel);
    }
}
