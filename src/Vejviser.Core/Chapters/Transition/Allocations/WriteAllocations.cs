using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>Starts the reception plan of each new household: adds to the context, saves nothing, and names what it adds for the audit.</summary>
public delegate Task<IReadOnlyList<AuditSubject>> StartReceptionPlans(
    VejviserDb db, IReadOnlyList<NewHousehold> arrived, AuditContext audit, CancellationToken cancel);

/// <summary>Puts new and changed households into the context; the caller saves them with the subjects that are handed back.</summary>
internal sealed class WriteAllocations(VejviserDb db, LawBook law, StartReceptionPlans startPlans, AuditContext audit)
{
    private readonly List<AuditSubject> subjects = [];

    /// <returns>One subject for each household and person that is touched; none where nothing is.</returns>
    public async Task<List<AuditSubject>> RunAsync(IReadOnlyList<ComparedHousehold> households, CancellationToken cancel)
    {
        await ChangeKnownAsync([.. households.Where(h => !h.IsNew && !h.IsUnchanged)], cancel);
        var arrived = households.Where(h => h.IsNew).Select(h => HouseholdFromFile.Make(h.File, law, audit.At)).ToList();
        db.AddRange(arrived.Select(a => a.Household));
        db.AddRange(arrived.SelectMany(a => a.People));
        db.AddRange(arrived.SelectMany(a => a.CprNumbers));
        db.AddRange(arrived.SelectMany(a => a.Relations));
        subjects.AddRange(arrived.SelectMany(HouseholdFromFile.Subjects));
        if (arrived.Count > 0)
            subjects.AddRange(await startPlans(db, arrived, audit, cancel));
        return subjects;
    }

    private async Task ChangeKnownAsync(List<ComparedHousehold> changed, CancellationToken cancel)
    {
        if (changed.Count == 0)
            return;
        var householdIds = changed.Select(h => h.HouseholdId!.Value).ToList();
        var personIds = changed.SelectMany(h => h.People).Where(p => !p.IsNew && p.Changes.Count > 0).Select(p => p.PersonId!.Value).ToList();
        var households = await db.Households.Where(h => householdIds.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        var people = await db.People.Where(p => personIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var cprs = (await db.PersonCprs.Where(c => personIds.Contains(c.PersonId) && c.Until == null).ToListAsync(cancel)).ToLookup(c => c.PersonId);
        foreach (var household in changed)
        {
            Change(households[household.HouseholdId!.Value], household);
            foreach (var person in household.People.Where(p => p.IsNew))
                Join(person.File, household.HouseholdId.Value);
            foreach (var person in household.People.Where(p => !p.IsNew && p.Changes.Count > 0))
                Change(people[person.PersonId!.Value], person, cprs[person.PersonId.Value]);
        }

        db.ChangeTracker.DetectChanges();
    }

    private void Change(Household household, ComparedHousehold file)
    {
        var head = file.People.First(p => p.File == file.File.Head);
        if (head.Changes.Count == 0)
            return;
        if (head.Changes.Any(c => c.Column is AllocationColumns.AllocationDate or AllocationColumns.ResidenceBasis or AllocationColumns.Centre))
            HouseholdFromFile.Settle(household, head.File, law);
        if (head.Changes.Any(c => c.Column is AllocationColumns.GivenName or AllocationColumns.FamilyName))
            household.Name = HouseholdFromFile.NameOf(head.File.GivenName, head.File.FamilyName);
        household.Version++;
        subjects.Add(new AuditSubject(HouseholdId: household.Id, Entity: "household", EntityId: household.Id, Details: Fields(head.Changes)));
    }

    private void Join(AllocatedPerson file, Guid householdId)
    {
        var person = PersonFields.NewPerson(file, householdId, audit.At);
        db.People.Add(person);
        if (file.Cpr is { } cpr)
            db.PersonCprs.Add(HouseholdFromFile.Cpr(cpr, person.Id, audit.At));
        subjects.Add(new AuditSubject(person.Id, householdId, "person", person.Id));
    }

    private void Change(Person person, ComparedPerson file, IEnumerable<PersonCpr> inForce)
    {
        foreach (var field in PersonFields.All.Where(f => file.Changes.Any(c => c.Column == f.Column)))
            field.Take(person, file.File);
        if (file.Changes.Any(c => c.Column == AllocationColumns.Cpr))
        {
            foreach (var old in inForce)
                old.Until = audit.At;
            db.PersonCprs.Add(HouseholdFromFile.Cpr(file.File.Cpr!.Value, person.Id, audit.At));
        }

        person.Version++;
        subjects.Add(new AuditSubject(person.Id, person.HouseholdId, "person", person.Id, Fields(file.Changes)));
    }

    private static string Fields(IEnumerable<FieldChange> changes) => JsonSerializer.Serialize(new { fields = changes.Select(c => c.Column) });
}
