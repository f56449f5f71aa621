using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Housing;

public sealed class ListOutgrownTests
{
    private static CancellationToken Cancel => HousingWorld.Cancel;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Family_ReunifiedInAHomeTooSmall_IsPutOnTheListOnceAndCanBeNamedAgain(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var home = await world.HomeAsync("Vej 1");
        var household = (await world.WaitAsync(1))[0];
        var nomination = (await world.ClaimAsync(household, home.Id)).Value;
        await ConfirmAsync(world, nomination);
        Assert.Equal(0, await RunAsync(world));

        await GrowAsync(world, household, 2);
        Assert.Equal(1, await RunAsync(world));
        Assert.Equal(0, await RunAsync(world));
        await using (var db = world.Open())
        {
            var need = await db.HousingNeeds.SingleAsync(Cancel);
            Assert.Equal((true, 3, HousingWorld.Today), (need.IsWaiting, need.OutgrownPeople, need.WaitingSince));
        }

        Assert.True((await world.ClaimAsync(household, (await world.HomeAsync("Vej 2", rooms: 2)).Id)).IsSuccess);
    }

    [Fact]
    public async Task Family_TakenOffTheListByHand_StaysOffUntilOneMoreComes()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var household = (await world.WaitAsync(1))[0];
        await ConfirmAsync(world, (await world.ClaimAsync(household, (await world.HomeAsync("Vej 1")).Id)).Value);
        await GrowAsync(world, household, 2);
        await RunAsync(world);
        await using (var db = world.Open())
            Assert.True((await ChangeNeed.RunAsync(db, new ChangeNeed.Input(household, false, null, null, null, null, 0, false, null, null), HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);

        Assert.Equal(0, await RunAsync(world));
        await GrowAsync(world, household, 1);
        Assert.Equal(1, await RunAsync(world));
    }

    private static async Task<int> RunAsync(HousingWorld world)
    {
        await using var db = world.Open();
        return await ListOutgrown.RunAsync(db, HousingWorld.By(), Cancel);
    }

    private static async Task ConfirmAsync(HousingWorld world, Guid nomination)
    {
        await using var db = world.Open();
        Assert.True((await AnswerNomination.RunAsync(db, nomination, isConfirmed: true, null, HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);
    }

    private static async Task GrowAsync(HousingWorld world, Guid household, int count)
    {
        await using var db = world.Open();
        db.AddRange(Enumerable.Range(0, count).Select(_ => new Person { HouseholdId = household, Role = HouseholdRole.Child, GivenName = "Navn", FamilyName = "Navn", SearchName = "navn", BirthDate = new DateOnly(2016, 1, 1), CreatedAt = HousingWorld.Now }));
        await db.SaveAsync(HousingWorld.By(), new AuditSubject(HouseholdId: household, Entity: "test"), Cancel);
    }
}
