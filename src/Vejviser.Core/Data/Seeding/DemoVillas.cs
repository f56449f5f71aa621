using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Two villas with contact persons: four youths who came alone have a room, one is proposed the fifth, one lacks a custody holder; by the use cases themselves.</summary>
internal sealed class DemoVillas(VejviserDb db, EffectivePractices practices, PlanLaw law, AuditContext audit)
{
    private const int Rooms = 5;
    private const int YoungestYear = 2011;

    private static readonly (string Name, string Area, string Phone, (string Name, string Language, string? Other)[] Contacts)[] Villas =
    [
        ("Solbakken", "Nordstrand", "12 00 00 80", [("Amal Nasser", "ar", "prs"), ("Samuel Tesfay", "ti", null), ("Iryna Shevchenko", "uk", null), ("Farhiya Abdi", "so", "ar")]),
        ("Engen", "Midtbyen", "12 00 00 81", [("Zahra Karimi", "fa", "prs"), ("Yonas Girmay", "ti", "ar")]),
    ];

    /// <summary>Does it where there is no villa yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        // Somebody says that a contact person shares the mother tongue.
        if (await db.Villas.AnyAsync(cancel) || await db.PracticeVersions.AnyAsync(v => v.Practice == VillaPolicy.Practice, cancel)
            || await db.Users.Where(a => a.Email == "sofie.bach@havneby.example").Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel) is not { } sofie)
            return;
        var by = audit with { Actor = sofie };
        foreach (var (name, area, phone, contacts) in Villas)
        {
            var villa = (await ChangeVilla.RunAsync(db, new ChangeVilla.Input(null, name, area, Rooms, phone), Reader.System, by, cancel)).Value;
            foreach (var (contact, language, other) in contacts)
                await ChangeVillaContact.RunAsync(db, new ChangeVillaContact.Input(null, villa, contact, null, language, other, null), Reader.System, by, cancel);
        }

        var version = new PracticeVersion { Practice = VillaPolicy.Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = practices.Catalogue.Find(VillaPolicy.Practice)!.Version }).ToJson(), PublishedAt = audit.At };
        db.Add(version);
        await db.SaveAsync(audit, new AuditSubject(Entity: "practice-version", EntityId: version.Id), cancel);
        var youths = await db.People.Where(p => p.IsUnaccompanied && p.MergedIntoId == null && p.Role == HouseholdRole.Minor).OrderBy(p => p.CaseRef).ToListAsync(cancel);
        await BeginAsync(version, youths, cancel);
        await PlaceAsync([.. youths.Where(p => p.BirthDate?.Year < YoungestYear)], by, cancel);
    }

    private async Task BeginAsync(PracticeVersion version, IReadOnlyList<Person> youths, CancellationToken cancel)
    {
        var builder = await PlanBuilder.LoadAsync(db, practices, law, version, cancel);
        var subjects = new List<AuditSubject>();
        foreach (var (i, youth) in youths.Index())
        {
            var household = await db.Households.SingleAsync(h => h.Id == youth.HouseholdId, cancel);
            var built = builder.Build(household, [youth], new PlanStart(youth.Id) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = audit.Day.AddDays(-i) } }, audit.At.AddDays(-i));
            db.Plans.Add(built.Plan);
            db.PlanTasks.AddRange(built.Tasks);
            await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct(), cancel);
            subjects.Add(new AuditSubject(youth.Id, household.Id, "plan", built.Plan.Id));
        }

        await db.SaveAsync(audit, subjects, cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>All but the last have their room, all but one of them have moved in; the last is proposed the room that is left.</summary>
    private async Task PlaceAsync(IReadOnlyList<Person> youths, AuditContext by, CancellationToken cancel)
    {
        foreach (var youth in youths.SkipLast(1))
            await AssessAsync(youth, by, cancel);
        db.ChangeTracker.Clear();
        var seen = (await ReadVillas.RunAsync(db, practices, by.Day, cancel)).Proposal;
        await new DecideVillas(db, practices).RunAsync(new DecideVillasInput(seen.Fingerprint, []), Reader.System, by, cancel);
        foreach (var youth in seen.ByYouth.Keys.Order().Skip(1))
            await MoveYouth.InAsync(db, practices, youth, Reader.System, by, cancel);
        if (youths.Count > 0)
            await AssessAsync(youths[^1], by, cancel);
    }

    private Task AssessAsync(Person youth, AuditContext by, CancellationToken cancel) =>
        AssessYouth.RunAsync(db, new AssessYouthInput(youth.Id, by.Day, Fits: true, "Birgitte Holm, Røde Kors", null), Reader.System, by, cancel);
}
