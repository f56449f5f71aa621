using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Tests.Foundation.Law;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Chapters.Housing;

/// <summary>Three associations with an estate each, one of which stands in a listed area, and households and homes as the test adds them.</summary>
internal sealed class HousingWorld : IAsyncDisposable
{
    private readonly TestDatabase database;

    private HousingWorld(TestDatabase database) => this.database = database;

    public static DateTime Now { get; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static EffectivePractices Practices { get; } = new(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public HousingArea Fjord { get; } = new() { Name = "Fjordkvarteret", WorkPercent = 78, SchoolMetres = 400, TransportMetres = 300 };

    public HousingArea Listed { get; } = new() { Name = "Højvang", WorkPercent = 51, IsListed = true, SchoolMetres = 300, TransportMetres = 200 };

    public IReadOnlyList<PartnerOrganisation> Associations { get; } = [.. new[] { "Fjordbo", "Havnely", "Skovhus" }.Select(n => new PartnerOrganisation { Name = n, Kind = PartnerKind.HousingAssociation })];

    public IReadOnlyList<Estate> Estates { get; private set; } = [];

    public static Reader Peter => Reader.System with { AccountId = Guid.Parse("0193a3a0-0000-7000-8000-000000000001") };

    public AllocationSolving Solving { get; } = new();

    public static async Task<HousingWorld> CreateAsync(DatabaseKind kind, params int[] moveOuts)
    {
        var world = new HousingWorld(await TestDatabase.CreateAsync(kind));
        world.Estates = [.. world.Associations.Select((a, i) => new Estate { Name = $"Afdeling {i + 1}", AssociationId = a.Id, AreaId = world.Fjord.Id })];
        await using var db = world.Open();
        db.AddRange(world.Fjord, world.Listed);
        db.AddRange(world.Associations);
        db.AddRange(world.Estates);
        db.AddRange(moveOuts.Select((m, i) => new AssociationYear { AssociationId = world.Associations[i].Id, Year = 2025, MoveOuts = m }));
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public DatabaseAddress Address => database.Address;

    public VejviserDb Open() => database.Open();

    public static AuditContext By(Guid? command = null) => new(Peter.AccountId, "test.do", Now, CommandId: command);

    /// <summary>Households of one adult who wait.</summary>
    public async Task<IReadOnlyList<Guid>> WaitAsync(int count, int people = 1)
    {
        await using var db = Open();
        var homes = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var household = new Household { Name = $"Hus {i}", Reference = $"H-{Guid.CreateVersion7():N}", Basis = ResidenceBasis.Asylum71, TakeoverDate = Today.AddDays(-30 - i), CreatedAt = Now };
            homes.Add(household.Id);
            db.Add(household);
            db.AddRange(Enumerable.Range(0, people).Select(p => new Person
            {
                HouseholdId = household.Id, Role = p == 0 ? HouseholdRole.Head : p == 1 ? HouseholdRole.Spouse : HouseholdRole.Child, GivenName = "Navn", FamilyName = "Navn", SearchName = "navn",
                BirthDate = p < 2 ? new DateOnly(1980, 1, 1) : new DateOnly(2016, 1, 1), CreatedAt = Now,
            }));
            db.Add(new HousingNeed { HouseholdId = household.Id, IsWaiting = true, WaitingSince = Today.AddDays(-30 - i) });
        }

        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return homes;
    }

    public async Task<Dwelling> HomeAsync(string address, int estate = 0, int rooms = 1, int rent = 3000, HousingArea? area = null)
    {
        await using var db = Open();
        var home = new Dwelling { Address = address, EstateId = Estates[estate].Id, AreaId = (area ?? Fjord).Id, Kind = DwellingKind.Family, Rooms = rooms, SquareMetres = 40, Rent = rent, Use = 300, AvailableFrom = Today };
        db.Add(home);
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return home;
    }

    public async Task<Result<Guid>> ClaimAsync(Guid household, Guid home)
    {
        await using var db = Open();
        return await new ClaimHome(db, Practices, TheLaw.Book).RunAsync(household, home, NominationRight.Quarter, Peter, By(), Cancel);
    }

    public async Task<AllocationMeeting> MeetAsync()
    {
        await using var db = Open();
        var opened = await OpenMeeting.RunAsync(db, Today, Peter, By(), Cancel);
        return (await db.AllocationMeetings.FindAsync([opened.Value], Cancel))!;
    }

    public async Task<SeenAllocation> SeeAsync(AllocationMeeting meeting)
    {
        await using var db = Open();
        return await SeeAllocation.RunAsync(db, Practices, TheLaw.Book, Solving, meeting, Today, Cancel);
    }

    public async Task<Result<Done>> PinAsync(AllocationMeeting meeting, Guid household, Guid? home)
    {
        await using var db = Open();
        return await new PinPlacement(db, Practices, TheLaw.Book).RunAsync(meeting.Id, new HandChoice(household, home, "De kender naboen"), Peter, By(), Cancel);
    }

    public async Task<Result<int>> DecideAsync(AllocationMeeting meeting, string fingerprint)
    {
        await using var db = Open();
        return await new DecideAllocation(db, Practices, TheLaw.Book, Solving).RunAsync(new(meeting.Id, fingerprint, "Enige"), Peter, By(), Cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
