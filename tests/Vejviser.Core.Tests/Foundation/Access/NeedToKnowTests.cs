using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.Access;

public sealed class NeedToKnowTests
{
    private static readonly DateTime Now = TestDatabase.Start.UtcDateTime;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task VisibleTo_EachWayIn_OpensItsHouseholdsOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var (reception, housing, health) = (new Unit { Name = "Modtagelse" }, new Unit { Name = "Bolig" }, new Unit { Name = "Sundhed" });
        var (me, colleague) = (Account("me"), Account("colleague"));
        var (mine, team, staffed, broken, expired, other) = (Household("mine", me.Id), Household("team"), Household("staffed", colleague.Id), Household("broken"), Household("expired"), Household("other"));
        db.AddRange(reception, housing, health, me, colleague, mine, team, staffed, broken, expired, other);
        db.AddRange(
            new UnitMember { UnitId = reception.Id, AccountId = me.Id },
            new UnitMember { UnitId = housing.Id, AccountId = colleague.Id },
            new HouseholdAccess { HouseholdId = team.Id, UnitId = reception.Id, Why = "by-hand" },
            new HouseholdAccess { HouseholdId = other.Id, UnitId = health.Id, Why = "by-hand" },
            Glass(me, broken, until: 1), Glass(me, expired, until: 0));
        await db.SaveAsync(new AuditContext(null, "test.arrange", Now), new AuditSubject(Entity: "household"), TestContext.Current.CancellationToken);

        Assert.Equal(["broken", "mine", "team"], await SeenAsync((Permissions.PeopleRead, null)));
        Assert.Equal(["broken", "mine"], await SeenAsync((Permissions.PeopleRead, health.Id)));
        Assert.Equal(["broken", "mine", "staffed", "team"], await SeenAsync((Permissions.PeopleRead, null), (Permissions.PeopleAll, housing.Id)));
        Assert.Equal(["broken", "mine", "other", "team"], await SeenAsync((Permissions.PeopleRead, null), (Permissions.PeopleAll, health.Id)));
        Assert.Equal(["broken", "expired", "mine", "other", "staffed", "team"], await SeenAsync((Permissions.PeopleRead, null), (Permissions.PeopleAll, null)));

        Task<List<string>> SeenAsync(params (string Permission, Guid? Unit)[] grants)
        {
            var who = new Reader(me.Id, "me", "da", [reception.Id], grants.ToDictionary(g => g.Permission, g => (IReadOnlySet<Guid>)(g.Unit is { } u ? new HashSet<Guid> { u } : [])), null);
            return db.Households.VisibleTo(db, who, Now).OrderBy(h => h.Name).Select(h => h.Name).ToListAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task LoadReader_RoleInADepartment_HoldsInItsTeams(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var department = new Unit { Name = "Integration" };
        var team = new Unit { Name = "Bolig", ParentId = department.Id };
        var account = Account("me");
        var role = new Role { Name = "Leder", Permissions = { new RolePermission { Permission = Permissions.Managers } } };
        db.AddRange(department, team, account, role, new UnitMember { UnitId = team.Id, AccountId = account.Id });
        db.AddRange(new RoleAssignment { AccountId = account.Id, RoleId = role.Id, UnitId = department.Id });
        await db.SaveAsync(new AuditContext(null, "test.arrange", Now), new AuditSubject(Entity: "account"), TestContext.Current.CancellationToken);

        using var reads = new PreparedReads(database.Address);
        var reader = await LoadReader.RunAsync(reads, account.Id, null, TestContext.Current.CancellationToken);

        Assert.NotNull(reader);
        Assert.True(reader.May(Permissions.Managers, team.Id) && reader.May(Permissions.Managers, department.Id));
        Assert.False(reader.MayEverywhere(Permissions.Managers));
        Assert.Equal([team.Id], reader.UnitIds);
        Assert.True(reader.MayEverywhere(Permissions.Own));
    }

    [Fact]
    public async Task LoadReader_NoRoleAndNoUnit_MayOwnOnly()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        var account = Account("me");
        db.Add(account);
        await db.SaveAsync(new AuditContext(null, "test.arrange", Now), new AuditSubject(Entity: "account"), TestContext.Current.CancellationToken);
        using var reads = new PreparedReads(database.Address);
        var reader = await LoadReader.RunAsync(reads, account.Id, null, TestContext.Current.CancellationToken);
        Assert.Equal([Permissions.Own], reader!.Grants.Keys);
        Assert.Empty(reader.UnitIds);
        Assert.Null(await LoadReader.RunAsync(reads, account.Id, "another stamp", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void MaySeeAddress_ProtectedOnlyWithTheCompartment(bool isProtected, bool hasCompartment, bool expected)
    {
        var reader = new Reader(Guid.Empty, "me", "da", [], hasCompartment ? new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.ProtectedAddress] = new HashSet<Guid>() } : [], null);
        var person = new Person { GivenName = "A", FamilyName = "B", SearchName = "a b", HasProtectedAddress = isProtected };
        Assert.Equal(expected, reader.MaySeeAddress(person));
    }

    private static Account Account(string name) => new() { DisplayName = name, UserName = name, NormalizedUserName = name };

    private static Household Household(string name, Guid? caseWorker = null) => new() { Name = name, CaseWorkerId = caseWorker };

    private static BreakGlass Glass(Account by, Household household, int until) => new()
    {
        AccountId = by.Id, HouseholdId = household.Id, PersonId = Guid.CreateVersion7(), Reason = "fordi", At = Now.AddHours(-1), Until = Now.AddHours(until),
    };
}
