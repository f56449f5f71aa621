using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Chapters.Housing.Hosting.HostingSteps;

namespace Vejviser.Core.Tests.Chapters.Housing.Hosting;

public sealed class HostingTests
{
    private static CancellationToken Cancel => HousingWorld.Cancel;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task PutForward_ManyAtOnceTheLastHost_OneGetsItAndTheOthersAreToldSo(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 12);
        var answers = await Task.WhenAll(households.Select(h => Task.Run(() => PutAsync(world, host, h), Cancel)));

        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Contains(a.Failure!.Code, new[] { "hosting.taken", "hosting.proposal-changed" }));
        await using var db = world.Open();
        Assert.Equal(1, await db.HostMatches.CountAsync(Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Lease_RentOverTheMarketOrTooLong_IsRefused_AndTheMunicipalityRentsWithinBoth(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var match = await AgreeAsync(world, host, (await LookAsync(world, 1))[0]);
        var from = HousingWorld.Today;

        Assert.Equal("hosting.rent-over-market", (await SignAsync(world, new(match, from, null, Rent + 1, 400))).Failure?.Code);
        Assert.Equal("hosting.lease-too-long", (await SignAsync(world, new(match, from, from.AddMonths(24), Rent, 400))).Failure?.Code);
        Assert.True((await SignAsync(world, new(match, from, null, Rent, 400))).IsSuccess);
        await using var db = world.Open();
        var lease = await db.HostLeases.SingleAsync(Cancel);
        Assert.Equal((from.AddMonths(24).AddDays(-1), Rent), (lease.To, lease.Rent));
        var stay = await db.Leases.SingleAsync(l => l.HeldDwellingId != null, Cancel);
        Assert.Equal((lease.To, TenantKind.Household), (stay.To, stay.Tenant));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Fairness_OneOfSixLivesWithAHost_CountsWhoMovedInAndTheChoiceByHand(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 6);
        var proposed = await ProposedAsync(world, host);
        var match = await AgreeAsync(world, host, households.First(h => h != proposed));
        Assert.Equal((6, 0), await PlacedAsync());

        Assert.True((await SignAsync(world, new(match, HousingWorld.Today, null, Rent, 400))).IsSuccess);

        Assert.Equal((6, 1), await PlacedAsync());

        async Task<(int?, int?)> PlacedAsync()
        {
            await using var db = world.Open();
            var figures = await HostFairness.ReadAsync(db, HousingWorld.Practices, HousingWorld.Today.AddDays(-30), HousingWorld.Today, Cancel);
            Assert.Equal((1, "De kender hinanden"), (figures.ByHand.All, Assert.Single(figures.ByHand.Reasons).Reason));
            return (figures.All.Count, figures.All.Placed);
        }
    }

    [Theory]
    [InlineData(MatchSide.Host)]
    [InlineData(MatchSide.Household)]
    public async Task No_OfEither_ForbidsThePairAndTheNextIsProposed(MatchSide side)
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 2);
        var match = (await PutAsync(world, host, households[0])).Value;
        await using (var db = world.Open())
            Assert.True((await Answers(db).ByStaffAsync(new AnswerMatchInput(match, side, false, "Vi passer ikke sammen"), HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);

        await using var after = world.Open();
        Assert.Equal(households[1], (await after.HostMatches.SingleAsync(m => m.StandingHostId == host, Cancel)).HouseholdId);
        var pairs = await ReadHosting.ProposalAsync(after, await HostingRules.LoadAsync(after, HousingWorld.Practices, Cancel), HousingWorld.Today, Cancel);
        Assert.Contains((host, households[0]), pairs.Facts.Declined);
    }

    [Fact]
    public async Task Judge_ListedAreaOrNotVisited_IsRefused()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var (visited, not) = (await EnquireAsync(world, "Vej 1", isVisited: true), await EnquireAsync(world, "Vej 2", isVisited: false));
        Assert.Equal("hosting.listed-area", (await JudgeAsync(world, visited, world.Listed)).Failure?.Code);
        Assert.Equal("hosting.not-visited", (await JudgeAsync(world, not, world.Fjord)).Failure?.Code);
        Assert.True((await JudgeAsync(world, visited, world.Fjord)).IsSuccess);
        await using var db = world.Open();
        Assert.Equal(DwellingKind.PrivateRoom, (await db.Dwellings.SingleAsync(Cancel)).Kind);
    }

    /// <summary>The household answers itself, and only its own match; who it was stands in the audit.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Household_AnswersItself_ForItsOwnMatchOnly(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 2);
        var match = (await PutAsync(world, host, households[0])).Value;
        await using var db = world.Open();
        var person = (await db.People.SingleAsync(p => p.HouseholdId == households[0], Cancel)).Id;
        var audit = new AuditContext(null, "test.own", HousingWorld.Now);

        Assert.Null(await ProposedHost.ReadAsync(db, households[1], Cancel));
        var seen = (await ProposedHost.ReadAsync(db, households[0], Cancel))!;
        Assert.Equal((null, true), (seen.Name, seen.IsAskedAt(HousingWorld.Now)));
        Assert.Equal("hosting.unknown-match", (await Answers(db).ByHouseholdAsync(match, true, households[1], person, audit, Cancel)).Failure?.Code);
        Assert.True((await Answers(db).ByHouseholdAsync(match, true, households[0], person, audit, Cancel)).IsSuccess);
        Assert.Equal("hosting.answered", (await Answers(db).ByHouseholdAsync(match, true, households[0], person, audit, Cancel)).Failure?.Code);
        Assert.False((await ProposedHost.ReadAsync(db, households[0], Cancel))!.IsAskedAt(HousingWorld.Now));
        Assert.True((await Answers(db).ByHostAsync(match, true, null, host, audit, Cancel)).IsSuccess);
        Assert.Equal((MatchStep.Meeting, "Inger Toft"), (await ProposedHost.ReadAsync(db, households[0], Cancel)) is { } now ? (now.Step, now.Name) : default);
        Assert.Equal("hosting.not-met", (await Answers(db).ByHouseholdAsync(match, true, households[0], person, audit, Cancel)).Failure?.Code);
        var row = await db.AuditEntries.SingleAsync(a => a.Action == "test.own" && a.PersonId == person, Cancel);
        Assert.Equal((null, match), (row.ActorId, row.EntityId));
    }

    [Fact]
    public async Task Enquiry_OldAndNotTakenFurther_IsDeleted_AndTheOthersStay()
    {
        await using var world = await HousingWorld.CreateAsync(DatabaseKind.Sqlite);
        var judged = await HostAsync(world, "Fjordvej 1");
        var visited = await EnquireAsync(world, "Fjordvej 2", isVisited: true);
        var forgotten = await EnquireAsync(world, "Fjordvej 3", isVisited: false);
        async Task<int> RunAsync(int months, DateTime at)
        {
            await using var db = world.Open();
            return await ForgetEnquiries.RunAsync(db, months, new AuditContext(null, "hosting.forget-enquiry", at), Cancel);
        }

        Assert.Equal(0, await RunAsync(0, HousingWorld.Now.AddYears(9)));
        Assert.Equal(0, await RunAsync(12, HousingWorld.Now.AddMonths(12)));
        Assert.Equal(1, await RunAsync(12, HousingWorld.Now.AddMonths(12).AddMinutes(1)));
        await using var after = world.Open();
        Assert.Equal([judged, visited], await after.PrivateHosts.OrderBy(h => h.Address).Select(h => h.Id).ToListAsync(Cancel));
        var row = await after.AuditEntries.SingleAsync(a => a.Action == "hosting.forget-enquiry", Cancel);
        Assert.Equal((forgotten, null), (row.EntityId, row.Details));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Access_GivenManyTimesAtOnce_OneIsInForce(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await EnquireAsync(world, "Fjordvej 1", isVisited: false);
        var given = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = world.Open();
            return await new GiveHostAccess(db, new HostSettings()).RunAsync(host, HousingWorld.Peter, HousingWorld.By(), Cancel);
        }, Cancel)));

        Assert.Contains(given, g => g.IsSuccess);
        Assert.All(given.Where(g => !g.IsSuccess), g => Assert.Equal("hosting.given-already", g.Failure!.Code));
        await using var after = world.Open();
        Assert.Equal(1, await after.HostAccesses.CountAsync(a => a.HostId == host && a.RevokedAt == null, Cancel));
    }
}
