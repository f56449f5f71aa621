using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Data.Seeding;

/// <summary>The agreement with the doctors: five practices, some newcomers who have one, one of them registered, and some who need one; by the use cases themselves.</summary>
internal sealed class DemoDoctors(VejviserDb db, EffectivePractices practices, PlanLaw law, AuditContext audit)
{
    private const int People = 15;
    private const int Given = 9;

    private static readonly (string Name, string Address, string Place, int Numbers)[] Practices =
    [
        ("Havnens Lægehus", "Havnegade 4", "55.9670, 12.0210", 2), ("Torvets Læger", "Torvet 1", "55.9640, 12.0180", 1), ("Nordstrands Læger", "Strandvejen 88", "55.9880, 12.0490", 1),
        ("Sønderby Lægehus", "Bygaden 12", "55.9210, 11.9850", 1), ("Østermark Læge", "Mosevej 3", "55.9510, 12.1480", 1),
    ];

    private static readonly (string Name, string Place)[] Districts = [("Midtbyen", "55.9660, 12.0200"), ("Nordstrand", "55.9900, 12.0500"), ("Sønderby", "55.9200, 11.9800"), ("Østermark", "55.9500, 12.1500")];

    /// <summary>Does it where there is no medical practice yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.MedicalPractices.AnyAsync(cancel) || await db.PracticeVersions.AnyAsync(v => v.Practice == DoctorPolicy.Practice, cancel))
            return;
        foreach (var (name, address, place, numbers) in Practices)
            await ChangeMedicalPractice.RunAsync(db, new ChangeMedicalPractice.Input(null, name, address, "12 00 00 60", place, numbers, null), Reader.System, audit, cancel);
        var districts = new List<Guid>();
        foreach (var (name, place) in Districts)
            districts.Add((await ChangeDistrict.RunAsync(db, new ChangeDistrict.Input(null, name, place), Reader.System, audit, cancel)).Value);
        var version = new PracticeVersion { Practice = DoctorPolicy.Practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = practices.Catalogue.Find(DoctorPolicy.Practice)!.Version }).ToJson(), PublishedAt = audit.At };
        db.Add(version);
        await db.SaveAsync(audit, new AuditSubject(Entity: "practice-version", EntityId: version.Id), cancel);
        await BeginAsync(version, Given, 0, districts, cancel);
        await GiveAsync(cancel);
        await BeginAsync(version, People - Given, Given, districts, cancel);
    }

    /// <summary>Heads of households that have arrived come into the practice.</summary>
    private async Task BeginAsync(PracticeVersion version, int count, int after, List<Guid> districts, CancellationToken cancel)
    {
        var builder = await PlanBuilder.LoadAsync(db, practices, law, version, cancel);
        var subjects = new List<AuditSubject>();
        foreach (var (i, household) in (await db.Households.Where(h => h.HasArrived).OrderBy(h => h.Reference).Skip(after).Take(count).ToListAsync(cancel)).Index())
        {
            var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.CaseRef).ToListAsync(cancel);
            var built = builder.Build(household, people, new PlanStart(people[0].Id) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = audit.Day.AddDays(-i) } }, audit.At.AddDays(-i));
            db.Plans.Add(built.Plan);
            db.PlanTasks.AddRange(built.Tasks);
            // The last one's district is still to be said.
            if (i < count - 1)
                db.Add(new HouseholdDistrict { HouseholdId = household.Id, DistrictId = districts[i % districts.Count] });
            await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct(), cancel);
            subjects.Add(new AuditSubject(people[0].Id, household.Id, "plan", built.Plan.Id));
        }

        await db.SaveAsync(audit, subjects, cancel);
    }

    private async Task GiveAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var seen = (await ReadDoctors.RunAsync(db, practices, cancel)).Proposal;
        await new DecideDoctors(db, practices).RunAsync(new DecideDoctorsInput(seen.Fingerprint, []), Reader.System, audit, cancel);
        // Of a municipality without her nobody has said that a doctor is registered.
        if (await db.Users.Where(a => a.Email == "hanne.friis@havneby.example").Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel) is not { } hanne)
            return;
        foreach (var line in seen.Lines.Where(l => l.Practice is not null).Take(2))
            await RegisterDoctor.RunAsync(db, line.Seeker.Id, Reader.System, audit with { Actor = hanne }, cancel);
    }
}
