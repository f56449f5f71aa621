using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People;

public sealed class HouseholdsByHandTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task AddHousehold_BasisAndDecision_TakesTheTakeoverFromTheLaw(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        await using var db = town.Open();

        var added = await AddHousehold.RunAsync(db, Havneby.Law, Reader.System with { AccountId = await AccountAsync(town) }, town.Audit("people.add-household"), Havneby.Today, New(new(2015, 11, 10)), Havneby.Cancel);

        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == added.Value, Havneby.Cancel);
        Assert.Equal((new DateOnly(2016, 1, 4), "Nour Haddad"), (household.TakeoverDate!.Value, household.Name));
        Assert.NotNull(household.TakeoverRule);
        Assert.Equal(added.Value, (await db.People.AsNoTracking().SingleAsync(Havneby.Cancel)).HouseholdId);
    }

    [Fact]
    public async Task AddHousehold_DecisionOnTheFirst_AsksAndTakesTheChoice()
    {
        await using var town = await Havneby.BuildAsync(DatabaseKind.Sqlite);
        await using var db = town.Open();
        var who = Reader.System with { AccountId = await AccountAsync(town) };

        var asked = await AddHousehold.RunAsync(db, Havneby.Law, who, town.Audit("people.add-household"), Havneby.Today, New(new(2016, 4, 1)), Havneby.Cancel);
        var candidate = ((Vejviser.Core.Foundation.Law.Takeover.Ambiguous)Havneby.Law.Takeover(ResidenceBasis.Asylum71, new(2016, 4, 1), null)).Candidates[0].Date;
        var chosen = await AddHousehold.RunAsync(db, Havneby.Law, who, town.Audit("people.add-household"), Havneby.Today, New(new(2016, 4, 1), candidate), Havneby.Cancel);

        Assert.Equal("people.takeover-ambiguous", asked.Failure?.Code);
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == chosen.Value, Havneby.Cancel);
        Assert.Equal((candidate, "by-hand"), (household.TakeoverDate!.Value, household.TakeoverRule));
    }

    [Fact]
    public async Task AddHousehold_NoDecision_IsRefusedAndNothingStands()
    {
        await using var town = await Havneby.BuildAsync(DatabaseKind.Sqlite);
        await using var db = town.Open();
        var refused = await AddHousehold.RunAsync(db, Havneby.Law, Reader.System, town.Audit("people.add-household"), Havneby.Today, New(null), Havneby.Cancel);
        Assert.Equal("people.takeover-needs-decision", refused.Failure?.Code);
        Assert.False(await db.Households.AnyAsync(Havneby.Cancel));
    }

    [Fact]
    public async Task AddHousehold_AsylumCaseOpen_StandsWithoutATakeover()
    {
        await using var town = await Havneby.BuildAsync(DatabaseKind.Sqlite);
        await using var db = town.Open();
        var input = New(null);
        input.Head.AsylumPhase = AsylumPhase.Second;

        var added = await AddHousehold.RunAsync(db, Havneby.Law, Reader.System with { AccountId = await AccountAsync(town) }, town.Audit("people.add-household"), Havneby.Today, input, Havneby.Cancel);

        Assert.Null((await db.Households.AsNoTracking().SingleAsync(h => h.Id == added.Value, Havneby.Cancel)).TakeoverDate);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_ToAHouseholdOfTheirOwn_TakesDatesAndNeedToKnowAlong(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var who = Havneby.CaseWorker();
        var home = await town.HouseholdAsync(seenBy: who.AccountId);
        await town.PersonAsync("Nour", "Haddad", home, also: p => p.Role = HouseholdRole.Head);
        var moving = await town.PersonAsync("Salma", "Haddad", home);
        await using var db = town.Open();

        var moved = await MovePerson.RunAsync(db, who, town.Audit("people.move"), new PersonMove(moving.Id, null, HouseholdRole.Head), Havneby.Cancel);

        Assert.NotEqual(home, moved.Value);
        await using var fresh = town.Open();
        var household = await fresh.Households.VisibleTo(fresh, who, Havneby.Now).SingleAsync(h => h.Id == moved.Value, Havneby.Cancel);
        Assert.Equal("Salma Haddad", household.Name);
        Assert.Equal(moved.Value, (await fresh.People.SingleAsync(p => p.Id == moving.Id, Havneby.Cancel)).HouseholdId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Move_TheHeadAwayFromOthers_IsRefused(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var home = await town.HouseholdAsync();
        var head = await town.PersonAsync("Nour", "Haddad", home, also: p => p.Role = HouseholdRole.Head);
        await town.PersonAsync("Salma", "Haddad", home);
        await using var db = town.Open();
        Assert.Equal("people.move-head-first", (await MovePerson.RunAsync(db, Reader.System, town.Audit("people.move"), new PersonMove(head.Id, null, HouseholdRole.Head), Havneby.Cancel)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Relate_SameTwiceAndOpposite_StandsOnceAndIsRefused(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var (parent, child) = (await town.PersonAsync("Nour", "Haddad"), await town.PersonAsync("Salma", "Haddad"));
        await using var db = town.Open();
        for (var i = 0; i < 2; i++)
            Assert.True((await RelatePeople.AddAsync(db, Reader.System, town.Audit("people.add-relation"), child.Id, parent.Id, RelationKind.ParentOf, isFirst: false, Havneby.Cancel)).IsSuccess);
        var opposite = await RelatePeople.AddAsync(db, Reader.System, town.Audit("people.add-relation"), child.Id, parent.Id, RelationKind.ParentOf, isFirst: true, Havneby.Cancel);

        Assert.Equal("people.related-both-ways", opposite.Failure?.Code);
        Assert.Equal((parent.Id, child.Id), (await db.Relations.Select(r => new { r.PersonId, r.OtherPersonId }).SingleAsync(Havneby.Cancel)) is var r ? (r.PersonId, r.OtherPersonId) : default);
    }

    private static NewHousehold New(DateOnly? decision, DateOnly? chosen = null) => new(
        new Person { GivenName = "Nour", FamilyName = "Haddad", SearchName = "", Role = HouseholdRole.Head, Basis = ResidenceBasis.Asylum71, AllocationDate = decision },
        null, null, null, null, chosen);

    private static async Task<Guid> AccountAsync(Havneby town)
    {
        var account = new Account { UserName = "m", Email = "m@b.example", DisplayName = "Mette" };
        await town.SaveAsync(db => db.Users.Add(account));
        return account.Id;
    }
}
