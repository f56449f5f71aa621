using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Chapters.Minors.VillaWorld;

namespace Vejviser.Core.Tests.Chapters.Minors;

public sealed class VillaUseTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Decide_Proposal_GivesRoomsContactsAndFinishesTheSteps(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var villa = await world.VillaAsync("Solbakken", account: world.Sofie.AccountId);
        var people = await world.ArriveAsync(4);
        Assert.Equal(4, (await world.DecideAsync(await world.SeeAsync())).Value);

        await using var db = world.Open();
        Assert.Equal(4, await db.VillaStays.CountAsync(s => s.VillaId == villa && s.HeldPersonId == s.PersonId, Cancel));
        Assert.Equal(["contact-person-chosen", "custody-holder-found", "villa-chosen"], await world.DoneAsync(people[0]));
        Assert.Equal(4, await db.PlanOutcomes.CountAsync(o => o.Outcome == "contact-shares-mother-tongue" && o.IsYes, Cancel));
        Assert.Equal(4, await db.Households.CountAsync(h => h.ContactPersonId == world.Sofie.AccountId && h.ContactSince != null, Cancel));
        Assert.Empty((await world.SeeAsync()).Town.Seekers);
    }

    /// <summary>Two friends who wish for a villa each: friendship weighs more, so they live together. Where only wishes count, one of them moves.</summary>
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Effect_OfOtherWeights_SharesOutTheLastMonthAgain(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        var (hill, meadow, people) = (await world.VillaAsync("Solbakken"), await world.VillaAsync("Engen"), await world.ArriveAsync(8));
        foreach (var (person, wish) in new[] { (people[0], hill), (people[1], meadow) })
            await world.DoAsync(db => AssessYouth.RunAsync(db, new AssessYouthInput(person, DateOnly.FromDateTime(Start), Fits: true, "Frivillig", wish), world.Sofie, world.By(), Cancel));
        await world.DoAsync(db => TieYouths.RunAsync(db, people[0], people[1], false, world.Sofie, world.By(), Cancel));
        Assert.Equal(8, (await world.DecideAsync(await world.SeeAsync())).Value);
        var given = await world.DoAsync(db => db.VillaStays.ToDictionaryAsync(s => s.PersonId, s => s.VillaId, Cancel));
        Assert.Equal(given[people[0]], given[people[1]]);

        var board = await world.SeeAsync();
        IReadOnlyList<VillaEffect> Effect(int friends, int wish, int days) =>
            VillaEffect.Of(board, new Dictionary<string, int> { ["weight-friends"] = friends, ["weight-own-wish"] = wish }, DateOnly.FromDateTime(Start).AddDays(days), Cancel);

        var effects = Effect(friends: 0, wish: 100, days: 20);
        Assert.Equal([(null, 0), (DateOnly.FromDateTime(Start).AddDays(20).AddMonths(-1), 8)], effects.Select(e => (e.Since, e.Youths)));
        var moved = Assert.Single(effects[1].Moves, m => m.Youth.Id == people[0] || m.Youth.Id == people[1]);
        Assert.Equal(moved.Youth.Id == people[0] ? hill : meadow, moved.Then!.Id);
        Assert.Empty(Effect(board.Policy.Weights.Friends, board.Policy.Weights.OwnWish, days: 20)[1].Moves);
        Assert.Equal(0, Effect(friends: 0, wish: 100, days: 40)[1].Youths);
    }

    [Fact]
    public async Task Decide_SameFormTwice_GivesOnce()
    {
        await using var world = await CreateAsync();
        await world.VillaAsync("Solbakken");
        await world.ArriveAsync(4);
        var (seen, command) = (await world.SeeAsync(), Guid.CreateVersion7());
        Assert.Equal((4, 4), ((await world.DecideAsync(seen, command)).Value, (await world.DecideAsync(seen, command)).Value));
        Assert.Equal(4, await world.DoAsync(db => db.VillaStays.CountAsync(Cancel)));
    }

    [Fact]
    public async Task Decide_VillaClosedMeanwhile_NobodyIsGivenARoomAndItIsNamed()
    {
        await using var world = await CreateAsync();
        var villa = await world.VillaAsync("Solbakken");
        await world.VillaAsync("Engen");
        await world.ArriveAsync(8);
        var seen = await world.SeeAsync();
        await world.DoAsync(db => ChangeVilla.RunAsync(db, new ChangeVilla.Input(villa, "Solbakken", null, 5, "12 00 00 80", IsClosed: true), world.Sofie, world.By(), Cancel));

        var late = await world.DecideAsync(seen);
        Assert.Equal("villas.villa-gone-next", late.Failure?.Code);
        Assert.Equal(0, await world.DoAsync(db => db.VillaStays.CountAsync(Cancel)));
        Assert.Equal(5, (await world.SeeAsync()).Proposal.Placed);
    }

    [Fact]
    public async Task Decide_TwoAtOnce_OneIsToldAndNoRoomIsGivenTwice()
    {
        await using var world = await CreateAsync();
        await world.VillaAsync("Solbakken", rooms: 4);
        await world.ArriveAsync(4);
        var seen = await world.SeeAsync();
        var both = await Task.WhenAll(world.DecideAsync(seen), world.DecideAsync(seen));
        Assert.Single(both, r => r.IsSuccess);
        Assert.Equal(4, await world.DoAsync(db => db.VillaStays.CountAsync(s => s.HeldPersonId != null, Cancel)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Custody_None_StandsFirstAndCannotMoveInWhenItIsTakenAway(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind);
        await world.VillaAsync("Solbakken");
        var alone = (await world.ArriveAsync(1, holder: null))[0];
        // Has waited longer, and lacks less.
        var unassessed = (await world.ArriveAsync(1))[0];
        await world.DoAsync(db => AssessYouth.RunAsync(db, new AssessYouthInput(unassessed, null, false, "Frivillig", null), world.Sofie, world.By(), Cancel));
        await world.DoAsync(db => db.Plans.Where(p => p.PersonId == unassessed).ExecuteUpdateAsync(p => p.SetProperty(x => x.StartedAt, x => x.StartedAt.AddDays(-7)), Cancel));
        await world.ArriveAsync(4);
        var board = await world.SeeAsync();
        Assert.Equal([alone, unassessed], board.Town.Lacking.Select(y => y.Id));
        Assert.Equal("custody", board.Town.Lacking.First().Missing[0]);
        Assert.DoesNotContain(board.Proposal.ByYouth.Keys, y => y == alone);

        var grown = await GrownUpAsync(world);
        var relation = new Relation { PersonId = grown, OtherPersonId = alone, Kind = RelationKind.CustodyHolderOf };
        await world.DoAsync(db =>
        {
            db.Add(relation);
            return db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        });
        Assert.Equal(5, (await world.DecideAsync(await world.SeeAsync())).Value);
        await world.DoAsync(db => db.Relations.ExecuteDeleteAsync(Cancel));
        Assert.Equal("villas.no-custody", (await world.DoAsync(db => MoveYouth.InAsync(db, Practices, alone, world.Sofie, world.By(), Cancel))).Failure?.Code);
        await world.AssessAsync(alone, "Frivillig");
        Assert.True((await world.DoAsync(db => MoveYouth.InAsync(db, Practices, alone, world.Sofie, world.By(), Cancel))).IsSuccess);
        Assert.Contains("moved-in", await world.DoneAsync(alone));
    }

    [Fact]
    public async Task Custody_OnTheEighteenthBirthday_IsAskedForNoMore()
    {
        await using var world = await CreateAsync();
        var person = (await world.ArriveAsync(1, holder: null))[0];
        async Task<IReadOnlyList<string>> MissingOnAsync(DateOnly day) =>
            (await world.DoAsync(async db => await ReadVillas.TownAsync(db, await ReadVillas.PolicyAsync(db, Practices, Cancel), day, Cancel))).Youths.Single(y => y.Id == person).Missing;
        Assert.Equal(["custody"], await MissingOnAsync(new DateOnly(2027, 5, 31)));
        Assert.Empty(await MissingOnAsync(new DateOnly(2027, 6, 1)));
    }

    [Fact]
    public async Task Lease_BeforeAndOnTheBirthday_IsRefusedWithTheDayAndThenPasses()
    {
        await using var world = await CreateAsync();
        await world.VillaAsync("Solbakken");
        var person = (await world.ArriveAsync(4))[0];
        await world.DecideAsync(await world.SeeAsync());
        await world.DoAsync(db => MoveYouth.InAsync(db, Practices, person, world.Sofie, world.By(), Cancel));
        var days = new DateOnly(2027, 6, 1).DayNumber - DateOnly.FromDateTime(Start).DayNumber;
        Assert.Equal("villas.not-grown-up", (await world.DoAsync(db => MoveYouth.TakeLeaseAsync(db, Practices, person, world.Sofie, world.By(days: days - 1), Cancel))).Failure?.Code);
        Assert.True((await world.DoAsync(db => MoveYouth.TakeLeaseAsync(db, Practices, person, world.Sofie, world.By(days: days), Cancel))).IsSuccess);
        Assert.Contains("lease-taken-over", await world.DoneAsync(person));
    }

    [Fact]
    public async Task Choice_OfAVillaThatCannotBeTheirs_IsRefusedWithTheNextBest()
    {
        await using var world = await CreateAsync();
        await world.VillaAsync("Solbakken");
        var other = await world.VillaAsync("Engen", "ar");
        var person = (await world.ArriveAsync(4))[0];
        var refused = await world.DoAsync(db => new ChooseVilla(db, Practices).RunAsync(person, other, "Tæt på skolen", world.Sofie, world.By(), Cancel));
        Assert.Equal("villas.choice-gone-next", refused.Failure?.Code);
        Assert.True((await world.DoAsync(db => new ChooseVilla(db, Practices).RunAsync(person, null, "Vil vente på broren", world.Sofie, world.By(), Cancel))).IsSuccess);
        var board = await world.SeeAsync();
        Assert.Contains(board.Proposal.Waiting, w => w.Youth.Id == person && w.Why == "held");
    }

    [Fact]
    public async Task Out_Room_IsFreeForAnother()
    {
        await using var world = await CreateAsync();
        await world.VillaAsync("Solbakken", rooms: 4);
        var people = await world.ArriveAsync(5);
        var seen = await world.SeeAsync();
        await world.DecideAsync(seen);
        Assert.Equal("no-room", Assert.Single((await world.SeeAsync()).Proposal.Waiting).Why);
        var housed = people.First(p => p != seen.Proposal.Waiting[0].Youth.Id);
        await world.DoAsync(db => MoveYouth.OutAsync(db, Practices, housed, StayEnd.FamilyFound, world.Sofie, world.By(), Cancel));
        Assert.Equal(2, (await world.SeeAsync()).Town.Seekers.Count());
        Assert.Equal(1, (await world.SeeAsync()).Proposal.Placed);
    }

    [Fact]
    public async Task Merge_AndUndo_RoomAssessmentAndTiesFollowAndComeBack()
    {
        await using var world = await CreateAsync();
        await world.VillaAsync("Solbakken");
        var people = await world.ArriveAsync(4);
        await world.DoAsync(db => TieYouths.RunAsync(db, people[0], people[1], apart: false, world.Sofie, world.By(), Cancel));
        await world.DecideAsync(await world.SeeAsync());
        var twin = await GrownUpAsync(world);
        await using var db = world.Open();
        var (kept, merged) = (await db.People.SingleAsync(p => p.Id == twin, Cancel), await db.People.SingleAsync(p => p.Id == people[0], Cancel));
        var (part, sides) = (new YouthOfPerson(), new MergeSides(db, kept, merged, world.By().At, TakeCpr: false));
        var moved = await part.MoveAsync(sides, Cancel);
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        Assert.True(await db.VillaStays.AnyAsync(s => s.HeldPersonId == twin && s.PersonId == twin, Cancel));
        Assert.True(await db.YouthHomes.AnyAsync(h => h.PersonId == twin, Cancel) && await db.YouthTies.AnyAsync(t => t.PersonId == twin || t.OtherPersonId == twin, Cancel));

        await part.UndoAsync(sides, moved!, Cancel);
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        Assert.True(await db.VillaStays.AnyAsync(s => s.HeldPersonId == people[0], Cancel));
        Assert.False(await db.YouthHomes.AnyAsync(h => h.PersonId == twin, Cancel));
    }

    private static async Task<Guid> GrownUpAsync(VillaWorld world)
    {
        await using var db = world.Open();
        var audit = world.By();
        var household = new Household { Name = "Hus", Basis = ResidenceBasis.Asylum71, CreatedAt = audit.At };
        var person = new Person { HouseholdId = household.Id, Role = HouseholdRole.Head, GivenName = "Onkel", FamilyName = "Navn", SearchName = "onkel", CreatedAt = audit.At };
        db.AddRange(household, person);
        await db.SaveAsync(audit, new AuditSubject(Entity: "test"), Cancel);
        return person.Id;
    }
}
