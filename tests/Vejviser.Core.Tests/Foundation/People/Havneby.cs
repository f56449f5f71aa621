using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People;

/// <summary>A small municipality to try the use cases of people in.</summary>
internal sealed class Havneby : IAsyncDisposable
{
    public static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2026, 3, 2);

    private int instants;

    private Havneby(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static LawBook Law { get; } = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));

    public static ConsentPurposes Purposes { get; } = new(Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts")));

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Havneby> BuildAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public VejviserDb Open() => Database.Open();

    /// <summary>A new command a second after the last.</summary>
    public AuditContext Audit(string action) => new(null, action, Now.AddSeconds(++instants), CommandId: Guid.CreateVersion7());

    /// <summary>Who sees only what they are given need-to-know of.</summary>
    public static Reader CaseWorker(Guid? account = null) => new(
        account ?? Guid.CreateVersion7(), "Mette Holm", "da", [],
        Permissions.All.Where(p => p != Permissions.PeopleAll).ToDictionary(p => p, _ => (IReadOnlySet<Guid>)new HashSet<Guid>()), null);

    public async Task<Guid> HouseholdAsync(string? reference = null, Guid? seenBy = null)
    {
        await using var db = Open();
        var household = new Household { Name = "Haddad", Reference = reference, CreatedAt = Now };
        db.Households.Add(household);
        if (seenBy is { } account)
            db.HouseholdAccesses.Add(new HouseholdAccess { HouseholdId = household.Id, AccountId = account, Why = "by-hand" });
        await db.SaveAsync(Audit("test.household"), new AuditSubject(HouseholdId: household.Id), Cancel);
        return household.Id;
    }

    public async Task<Person> PersonAsync(string given, string family, Guid? household = null, DateOnly? born = null, int? year = null, Action<Person>? also = null)
    {
        await using var db = Open();
        var person = new Person
        {
            HouseholdId = household ?? await HouseholdAsync(), GivenName = given, FamilyName = family, SearchName = NameFolding.Fold(given, family),
            BirthDate = born, BirthYear = year, Role = HouseholdRole.Other, CreatedAt = Now,
        };
        also?.Invoke(person);
        db.People.Add(person);
        await db.SaveAsync(Audit("test.person"), new AuditSubject(person.Id), Cancel);
        return person;
    }

    public async Task SaveAsync(Action<VejviserDb> change)
    {
        await using var db = Open();
        change(db);
        await db.SaveAsync(Audit("test.change"), new AuditSubject(Entity: "test"), Cancel);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
