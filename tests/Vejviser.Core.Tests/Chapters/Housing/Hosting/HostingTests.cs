using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Tests.Foundation.Law;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Housing.Hosting;

public sealed class HostingTests
{
    private const int Rent = 3500;
    private static readonly PlanLaw Law = PlanLaw.Of(TheLaw.Book);

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

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Fairness_OneOfSixLivesWithAHost_CountsWhoMovedInAndTheChoiceByHand(DatabaseKind kind)
    {
        await using var world = await HousingWorld.CreateAsync(kind);
        var host = await HostAsync(world, "Fjordvej 1");
        var households = await LookAsync(world, 6);
        var match = await AgreeAsync(world, host, households[5]);
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

    private static ProposeNext Next(VejviserDb db) => new(db, HousingWorld.Practices);

    private static AnswerMatch Answers(VejviserDb db) => new(db, HousingWorld.Practices, Law, Next(db));

    private static async Task<Guid> HostAsync(HousingWorld world, string address)
    {
        var host = await EnquireAsync(world, address, isVisited: true);
        Assert.True((await JudgeAsync(world, host, world.Fjord)).IsSuccess);
        return host;
    }

    private static async Task<Guid> EnquireAsync(HousingWorld world, string address, bool isVisited)
    {
        await using var db = world.Open();
        var host = new PrivateHost { Name = "Inger Toft", Address = address, Phone = "12345678", Language = "da", Rooms = 1, PeopleMost = 2, From = HousingWorld.Today, Speaks = "da", ReceivedAt = HousingWorld.Now, AnswerBy = HousingWorld.Today, Version = 1 };
        db.Add(host);
        if (isVisited)
            host.VisitMeetingId = db.Add(new Meeting { Title = "Besøg", Day = HousingWorld.Today, StartsAt = HousingWorld.Now, EndsAt = HousingWorld.Now.AddHours(1), Where = MeetingRoom.Home, CreatedAt = HousingWorld.Now }).Entity.Id;
        await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), Cancel);
        return host.Id;
    }

    private static async Task<Result<Done>> JudgeAsync(HousingWorld world, Guid host, HousingArea area)
    {
        await using var db = world.Open();
        return await JudgeHost.RunAsync(db, new JudgeHostInput(host, true, "Fint værelse", null, area.Id, 1, 14, Rent, 400, "Tre værelser", false), HousingWorld.Peter, HousingWorld.By(), Cancel);
    }

    /// <summary>Households of one whose plan in the practice runs.</summary>
    private static async Task<IReadOnlyList<Guid>> LookAsync(HousingWorld world, int count)
    {
        var households = await world.WaitAsync(count);
        await using var db = world.Open();
        var version = await db.PracticeVersions.SingleOrDefaultAsync(v => v.Practice == HostingRules.Practice, Cancel)
            ?? db.Add(new PracticeVersion { Practice = HostingRules.Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = 1 }).ToJson(), PublishedAt = HousingWorld.Now }).Entity;
        db.AddRange(households.Select(h => new Plan { Practice = HostingRules.Practice, PracticeVersionId = version.Id, HouseholdId = h, StartedAt = HousingWorld.Now, LawDate = HousingWorld.Today }));
        await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), Cancel);
        return households;
    }

    private static async Task<Result<Guid>> PutAsync(HousingWorld world, Guid host, Guid household)
    {
        await using var db = world.Open();
        return await new PutForward(db, HousingWorld.Practices).RunAsync(new PutForwardInput(host, household, await FingerprintAsync(db), "De kender hinanden"), HousingWorld.Peter, HousingWorld.By(), Cancel);
    }

    private static async Task<string> FingerprintAsync(VejviserDb db) => (await ReadHosting.ProposalAsync(db, await HostingRules.LoadAsync(db, HousingWorld.Practices, Cancel), HousingWorld.Today, Cancel)).Fingerprint;

    private static async Task<Guid> AgreeAsync(HousingWorld world, Guid host, Guid household)
    {
        var match = (await PutAsync(world, host, household)).Value;
        await SayYesAsync(world, match);
        return match;
    }

    private static async Task SayYesAsync(HousingWorld world, Guid match)
    {
        await AnswerAsync(world, match);
        await using (var db = world.Open())
        {
            (await db.HostMatches.SingleAsync(m => m.Id == match, Cancel)).MeetingId = db.Add(new Meeting { Title = "Møde", Day = HousingWorld.Today, StartsAt = HousingWorld.Now, EndsAt = HousingWorld.Now.AddHours(1), Where = MeetingRoom.Home, CreatedAt = HousingWorld.Now }).Entity.Id;
            await db.SaveAsync(HousingWorld.By(), new AuditSubject(Entity: "test"), Cancel);
        }

        await AnswerAsync(world, match);
    }

    private static async Task AnswerAsync(HousingWorld world, Guid match)
    {
        foreach (var side in Enum.GetValues<MatchSide>())
        {
            await using var db = world.Open();
            Assert.True((await Answers(db).ByStaffAsync(new AnswerMatchInput(match, side, true, null), HousingWorld.Peter, HousingWorld.By(), Cancel)).IsSuccess);
        }
    }

    private static async Task<Result<Guid>> SignAsync(HousingWorld world, SignHostLeaseInput input)
    {
        await using var db = world.Open();
        return await new SignHostLease(db, HousingWorld.Practices).RunAsync(input, HousingWorld.Peter, HousingWorld.By(), Cancel);
    }
}
