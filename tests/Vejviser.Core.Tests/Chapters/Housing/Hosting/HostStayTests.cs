using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Chapters.Housing.Hosting.HostingSteps;

namespace Vejviser.Core.Tests.Chapters.Housing.Hosting;

/// <summary>Moving out of a host's home, by staff's word or by itself.</summary>
public sealed class HostStayTests
{
    private static CancellationToken Cancel => HousingWorld.Cancel;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task MovedOut_SameHostGetsTheNextByItself_WithinTheLeaseThatRuns(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 2);
        var match = await AgreeAsync(world, host, households[0]);
        Assert.True((await SignAsync(world, new(match, HousingWorld.Today, null, Rent, 400))).IsSuccess);
        await using (var db = world.Open())
            Assert.True((await new EndStay(db, Answers(db), Next(db)).RunAsync(new EndStayInput(match, MovedOutReason.FamilyArrived, HostGoesOn: true), HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);

        await using var after = world.Open();
        var next = await after.HostMatches.SingleAsync(m => m.StandingHostId == host, Cancel);
        Assert.Equal((households[1], true, MatchStep.Asked), (next.HouseholdId, next.IsAutomatic, next.Step));
        Assert.False(await after.Leases.AnyAsync(l => l.HeldDwellingId != null, Cancel));
        Assert.Null((await after.PrivateHosts.SingleAsync(h => h.Id == host, Cancel)).NextBy);
        await SayYesAsync(world, next.Id);
        // The municipality's own lease runs: no rent is asked for again, and it ends when that one does.
        Assert.True((await SignAsync(world, new(next.Id, HousingWorld.Today.AddDays(1), null, null, null))).IsSuccess);
        Assert.Equal(1, await after.HostLeases.CountAsync(Cancel));
    }

    [Fact]
    public async Task MovedOut_NobodyLooks_HostStaysOwedUntilSomebodyDoes()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var host = await HostAsync(world, "Fjordvej 1");
        var match = await AgreeAsync(world, host, (await LookAsync(world, 1))[0]);
        await SignAsync(world, new(match, HousingWorld.Today, null, Rent, 400));
        await using (var db = world.Open())
            await new EndStay(db, Answers(db), Next(db)).RunAsync(new EndStayInput(match, MovedOutReason.OwnHome, HostGoesOn: true), HousingWorld.Peter, HousingWorld.By(), Cancel);
        await using (var db = world.Open())
        {
            Assert.NotNull((await db.PrivateHosts.SingleAsync(Cancel)).NextBy);
            Assert.Equal(0, await Next(db).RunAsync(HousingWorld.By(), Cancel));
        }

        await LookAsync(world, 1);
        await using var later = world.Open();
        Assert.Equal(1, await Next(later).RunAsync(HousingWorld.By(), Cancel));
        Assert.Equal(0, await Next(later).RunAsync(HousingWorld.By(), Cancel));
    }

    /// <summary>Whoever was a host is one no more: the room, the municipality's lease and the own page end together.</summary>
    [Fact]
    public async Task MovedOut_HostStops_NobodyIsLetInAndTheLeaseEnds()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var host = await HostAsync(world, "Fjordvej 1");
        var match = await AgreeAsync(world, host, (await LookAsync(world, 1))[0]);
        await SignAsync(world, new(match, HousingWorld.Today, null, Rent, 400));
        await using var db = world.Open();
        var settings = new HostSettings();
        var given = (await new GiveHostAccess(db, settings).RunAsync(host, HousingWorld.Peter, HousingWorld.By(), Cancel)).Value;
        Assert.True((await new SignInHost(db, settings).RunAsync(given.Link, given.Code, HousingWorld.Now, Cancel)).IsSuccess);

        await new EndStay(db, Answers(db), Next(db)).RunAsync(new EndStayInput(match, MovedOutReason.HostStopped, HostGoesOn: false), HousingWorld.Peter, HousingWorld.By(), Cancel);

        Assert.Equal("hosting.wrong", (await new SignInHost(db, settings).RunAsync(given.Link, given.Code, HousingWorld.Now, Cancel)).Failure!.Code);
        await using var after = world.Open();
        Assert.Equal(HostState.Withdrawn, (await after.PrivateHosts.SingleAsync(h => h.Id == host, Cancel)).State);
        Assert.True((await after.Dwellings.SingleAsync(d => d.Kind == DwellingKind.PrivateRoom, Cancel)).IsWithdrawn);
        Assert.NotNull((await after.HostLeases.SingleAsync(Cancel)).EndedOn);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OwnHomeConfirmed_StayEndsOnItsFirstDay_AndTheHostGetsTheNext(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 2);
        var match = await AgreeAsync(world, host, households[0]);
        await SignAsync(world, new(match, HousingWorld.Today, null, Rent, 400));
        var nomination = (await world.ClaimAsync(households[0], (await world.HomeAsync("Søvej 1")).Id)).Value;
        Assert.Equal(0, await EndByOwnHomeAsync(world));
        await ConfirmAsync(world, nomination);
        await using (var db = world.Open())
            Assert.True((await StayOn.RunAsync(db, match, true, HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);
        Assert.Equal(0, await EndByOwnHomeAsync(world));
        await using (var db = world.Open())
            Assert.True((await StayOn.RunAsync(db, match, false, HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);

        Assert.Equal(1, await EndByOwnHomeAsync(world, days: 5));
        Assert.Equal(0, await EndByOwnHomeAsync(world, days: 5));

        await using var after = world.Open();
        var ended = await after.HostMatches.SingleAsync(m => m.Id == match, Cancel);
        // The day the own home begins, however late somebody looked.
        Assert.Equal((MatchStep.Ended, MovedOutReason.OwnHome, HousingWorld.Today), (ended.Step, ended.MovedOut, ended.EndedOn));
        Assert.Equal(HousingWorld.Today, (await after.Leases.SingleAsync(l => l.Id == ended.LeaseId, Cancel)).EndedOn);
        Assert.Equal(households[1], (await after.HostMatches.SingleAsync(m => m.StandingHostId == host, Cancel)).HouseholdId);
    }

    /// <summary>Two watches at once: each stay ends once, and a clash over one takes nothing of the other with it.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OwnHomesConfirmed_TwoLookAtOnce_EachStayEndsOnce(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var households = await LookAsync(world, 2);
        var matches = new List<Guid>();
        foreach (var (household, n) in households.Select((h, n) => (h, n)))
        {
            matches.Add(await AgreeAsync(world, await HostAsync(world, $"Fjordvej {n}"), household));
            Assert.True((await SignAsync(world, new(matches[n], HousingWorld.Today, null, Rent, 400))).IsSuccess);
            await ConfirmAsync(world, (await world.ClaimAsync(household, (await world.HomeAsync($"Søvej {n}")).Id)).Value);
        }

        var ended = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EndByOwnHomeAsync(world, days: 5), Cancel)));

        Assert.Equal(2, ended.Sum());
        await using var after = world.Open();
        Assert.Equal(2, await after.HostMatches.CountAsync(m => matches.Contains(m.Id) && m.EndedOn == HousingWorld.Today, Cancel));
        Assert.Equal(2, await after.AuditEntries.CountAsync(e => e.Action == "hosting.end-stay-by-own-home" && matches.Contains(e.EntityId!.Value), Cancel));
    }

    private static async Task<int> EndByOwnHomeAsync(HousingWorld world, int days = 0)
    {
        await using var db = world.Open();
        return await new EndStay(db, Answers(db), Next(db)).ByOwnHomeAsync(new AuditContext(null, "test.watch", HousingWorld.Now.AddDays(days)), Cancel);
    }

    private static async Task ConfirmAsync(HousingWorld world, Guid nomination)
    {
        await using var db = world.Open();
        Assert.True((await AnswerNomination.RunAsync(db, nomination, isConfirmed: true, null, HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);
    }
}
