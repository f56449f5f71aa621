using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Messages;

public sealed class HandoverTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Climb_NobodyAcknowledged_TellsTheNextRoleOnceAndThenTheLast(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        world.Settings = world.Settings with { Handover = new HandoverSettings { Hours = 24, Chain = ["housing-officer", "no-such-role", "integration-manager"] } };
        await GiveAsync(world);
        await world.SendAsync();
        Assert.Equal("kontor@frivilligcenter.example", Assert.Single(world.Mail.Taken).To);

        Assert.Equal(0, await ClimbAsync(world));
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(1, await ClimbAsync(world));
        Assert.Equal(0, await ClimbAsync(world));
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(1, await ClimbAsync(world));
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, await ClimbAsync(world));

        await world.SendAsync();
        Assert.Equal(["kontor@frivilligcenter.example", "peter.lund@havneby.example", "birgit.storm@havneby.example"], world.Mail.Taken.Select(m => m.To));
        Assert.All(world.Mail.Taken, m => Assert.DoesNotContain("Amira", m.Text, StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Acknowledge_InTime_StopsTheClimbing(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var id = await GiveAsync(world);
        await using (var db = world.Open())
            Assert.True((await new AcknowledgeHandover(db).RunAsync(id, isDone: false, await LoneAsync(db), world.By("handovers.acknowledge"), MessageWorld.Cancel)).IsSuccess);
        world.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await ClimbAsync(world));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Acknowledge_OfAnotherPartner_IsUnknown(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var id = await GiveAsync(world);
        await using var db = world.Open();
        var other = await LoneAsync(db) with { PartnerId = Guid.CreateVersion7() };
        Assert.Equal("handovers.unknown", (await new AcknowledgeHandover(db).RunAsync(id, isDone: false, other, world.By("handovers.acknowledge"), MessageWorld.Cancel)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Give_ToVolunteersWithoutConsent_IsRefused(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);

        Assert.Equal("handovers.no-consent", (await TryGiveAsync(world)).Failure?.Code);
        await ConsentAsync(world, withdrawn: true);
        Assert.Equal("handovers.no-consent", (await TryGiveAsync(world)).Failure?.Code);
        await ConsentAsync(world, withdrawn: false);
        Assert.True((await TryGiveAsync(world)).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task List_MoreThanAPage_GoesOnWithWhatWasDoneLongest(DatabaseKind kind)
    {
        await using var world = await MessageWorld.CreateAsync(kind);
        var id = await GiveAsync(world);
        await using var db = world.Open();
        var lone = await LoneAsync(db);
        var given = await db.Handovers.AsNoTracking().SingleAsync(h => h.Id == id, MessageWorld.Cancel);
        db.AddRange(Enumerable.Range(0, HandoverList.PageSize).Select(n => new Handover
        {
            PersonId = given.PersonId, HouseholdId = given.HouseholdId, What = $"nr. {n}", GivenBy = given.GivenBy, GivenAt = given.GivenAt.AddDays(-n - 2), ToPartnerId = given.ToPartnerId, AcknowledgedAt = given.GivenAt.AddDays(-n - 1),
            DoneAt = given.GivenAt.AddDays(-n),
        }));
        await db.SaveAsync(world.By("handovers.give"), new AuditSubject(given.PersonId), MessageWorld.Cancel);

        var first = await HandoverList.ReadAsync(db, HandoverList.In(db, lone, world.Clock.Now()), 1, MessageWorld.Cancel);
        var second = await HandoverList.ReadAsync(db, HandoverList.In(db, lone, world.Clock.Now()), 2, MessageWorld.Cancel);

        Assert.Equal((HandoverList.PageSize + 1, id), (first.Count, first[0].Id));
        Assert.Equal($"nr. {HandoverList.PageSize - 1}", Assert.Single(second).What);
        Assert.Equal(first[^1], second[0]);
    }

    private static async Task<Reader> LoneAsync(VejviserDb db)
    {
        var lone = await db.Users.SingleAsync(a => a.Email == "lone.krag@frivilligcenter.example", MessageWorld.Cancel);
        return new Reader(lone.Id, lone.DisplayName, "da", [], new Dictionary<string, IReadOnlySet<Guid>>(), lone.PartnerId);
    }

    private static async Task<Guid> GiveAsync(MessageWorld world)
    {
        await ConsentAsync(world, withdrawn: false);
        return (await TryGiveAsync(world)).Value;
    }

    private static async Task<Result<Guid>> TryGiveAsync(MessageWorld world)
    {
        await using var db = world.Open();
        var partner = await db.PartnerOrganisations.Where(p => p.Kind == PartnerKind.Association).Select(p => p.Id).SingleAsync(MessageWorld.Cancel);
        return await new GiveHandover(db, world.Queue(db), world.HandoverMail(db), world.Settings).RunAsync(
            new GiveHandoverInput(world.Amira.Id, "Ring til familien", null, ToPartnerId: partner), Reader.System, world.By("handovers.give"), MessageWorld.Cancel);
    }

    private static async Task ConsentAsync(MessageWorld world, bool withdrawn)
    {
        await using var db = world.Open();
        var day = DateOnly.FromDateTime(world.Clock.GetUtcNow().DateTime);
        db.Add(new Consent { PersonId = world.Amira.Id, Purpose = VolunteerSight.Consent, GivenOn = day, GivenById = world.Amira.Id, RegisteredBy = await db.Users.Select(a => a.Id).FirstAsync(MessageWorld.Cancel), WithdrawnOn = withdrawn ? day : null });
        await db.SaveAsync(world.By("people.give-consent"), new AuditSubject(world.Amira.Id), MessageWorld.Cancel);
    }

    private static async Task<int> ClimbAsync(MessageWorld world)
    {
        await using var db = world.Open();
        return await new ClimbHandovers(db, world.Queue(db), world.HandoverMail(db), world.Settings).RunAsync(world.Clock.Now(), MessageWorld.Cancel);
    }
}
