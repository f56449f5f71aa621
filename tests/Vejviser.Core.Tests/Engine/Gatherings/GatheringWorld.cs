using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Gatherings;

/// <summary>Havneby with one of the catalogue's practices adopted on Monday 2 March 2026, at nine by the town hall's clock.</summary>
internal sealed class GatheringWorld : IAsyncDisposable
{
    public const string Team = "cross-department-team";
    public const string Dialogue = "dialogue-based-reception";

    private static readonly PracticeCatalogue Catalogue = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
    private static readonly LawBook Book = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));
    private readonly TestDatabase database;

    private GatheringWorld(TestDatabase database) => this.database = database;

    public static DateTime Now { get; } = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);

    public EffectivePractices Practices { get; } = new(Catalogue);

    public PlanLaw Law { get; } = PlanLaw.Of(Book);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<GatheringWorld> CreateAsync(DatabaseKind kind, string practice)
    {
        var world = new GatheringWorld(await TestDatabase.CreateAsync(kind, TestContent.Demo));
        await using var db = world.Open();
        Assert.True((await new PublishPracticeVersion(db, world.Practices).RunAsync(new(practice, PracticeChanges.None), By(), Cancel)).IsSuccess);
        return world;
    }

    public VejviserDb Open() => database.Open();

    public static AuditContext By(DateTime? now = null) => new(null, "test.do", now ?? Now);

    public KeepMeetings Keeper(VejviserDb db) => new(db, Practices, Law, new KeepInterpreters(db, Practices, Book, new AssignInterpreter(db, Practices, Book)));

    public async Task<KeptMeetings> KeepAsync(string practice, DateTime? now = null)
    {
        await using var db = Open();
        return await Keeper(db).RunAsync(practice, By(now), Cancel);
    }

    /// <summary>A family with a child of nine that arrives on Monday 13 April, allocated and at nobody's.</summary>
    public async Task<Household> FamilyAsync(string language = "ar", bool withChild = true, DateOnly? arrival = null)
    {
        await using var db = Open();
        var home = new Household { Name = "Darwish", Basis = ResidenceBasis.Asylum71, AllocationDate = new(2026, 2, 16), TakeoverDate = new(2026, 4, 1), ArrivalDate = arrival ?? new(2026, 4, 13), CreatedAt = Now };
        db.AddRange(home, Make(home, HouseholdRole.Head, new(1990, 5, 1), language));
        if (withChild)
            db.Add(Make(home, HouseholdRole.Child, new(2016, 5, 1), language));
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return home;
    }

    public async Task<Guid> EnrolAsync(Household home, string practice, Guid? person = null)
    {
        await using var db = Open();
        var enrolled = await new EnrolInPractice(db, Practices, Law, PlanEffects.Of(Practices, Law), [Keeper(db)]).RunAsync(new EnrolInput(practice, home.Id, person), By(), Cancel);
        return enrolled.Value.PlanId;
    }

    /// <summary>Somebody who comes alone, enrolled in the reception in dialogue.</summary>
    public async Task<Guid> SingleAsync(string language, DateOnly? arrival = null)
    {
        var home = await FamilyAsync(language, withChild: false, arrival);
        await using var db = Open();
        return await EnrolAsync(home, Dialogue, await db.People.Where(p => p.HouseholdId == home.Id).Select(p => p.Id).SingleAsync(Cancel));
    }

    public async Task MoveArrivalAsync(Guid home, DateOnly day)
    {
        await using var db = Open();
        Assert.True((await new MoveAnchor(db, Practices, Law, [Keeper(db)]).RunAsync(new MoveAnchorInput(AnchorMove.Of(home, PlanAnchors.Arrival, day)), By(), Cancel)).IsSuccess);
    }

    public async Task<IReadOnlyList<Meeting>> MeetingsAsync(params string[] ids)
    {
        await using var db = Open();
        return await db.Meetings.AsNoTracking().Where(m => ids.Contains(m.PracticeMeeting)).OrderBy(m => m.StartsAt).ThenBy(m => m.GroupLanguage).ToListAsync(Cancel);
    }

    public async Task<Guid> AccountAsync(string email)
    {
        await using var db = Open();
        return await db.Users.Where(a => a.Email == email).Select(a => a.Id).SingleAsync(Cancel);
    }

    public async Task<Reader> ReaderAsync(string email) => Reader.System with { AccountId = await AccountAsync(email) };

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static Person Make(Household home, HouseholdRole role, DateOnly born, string language) => new()
    {
        HouseholdId = home.Id, Role = role, GivenName = "Navn", FamilyName = home.Name, SearchName = "navn", BirthDate = born, Language = language, NeedsInterpreter = true, Basis = home.Basis, CreatedAt = Now,
    };
}
