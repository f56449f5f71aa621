using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>Makes the reception plan of each new household. Saves nothing, and puts nothing into the context but what there is one of.</summary>
public delegate Task<StartedPlans> StartReceptionPlans(VejviserDb db, IReadOnlyList<NewHousehold> arrived, AuditContext audit, CancellationToken cancel);

/// <param name="Subjects">What was made, for the audit.</param>
/// <param name="Plans">With their anchors, tasks and need-to-know.</param>
public sealed record StartedPlans(IReadOnlyList<AuditSubject> Subjects, IReadOnlyList<BuiltPlan> Plans)
{
    public static readonly StartedPlans None = new([], []);
}

/// <summary>New households with their plans: too many rows to track, written after the audit that names them.</summary>
internal sealed record Arrivals(IReadOnlyList<NewHousehold> Households, IReadOnlyList<BuiltPlan> Plans)
{
    public async Task InsertAsync(VejviserDb db, CancellationToken cancel)
    {
        await BulkInsert.RunAsync(db, [.. Households.Select(h => h.Household)], cancel);
        await BulkInsert.RunAsync(db, [.. Households.SelectMany(h => h.People)], cancel);
        await BulkInsert.RunAsync(db, [.. Households.SelectMany(h => h.CprNumbers)], cancel);
        await BulkInsert.RunAsync(db, [.. Households.SelectMany(h => h.Relations)], cancel);
        await BulkInsert.RunAsync(db, [.. Plans.Select(p => p.Plan)], cancel);
        await BulkInsert.RunAsync(db, [.. Plans.SelectMany(p => p.Plan.Anchors)], cancel);
        await BulkInsert.RunAsync(db, [.. Plans.SelectMany(p => p.Tasks)], cancel);
        await BulkInsert.RunAsync(db, [.. Plans.SelectMany(p => p.Tasks).SelectMany(t => t.Blocks)], cancel);
        await BulkInsert.RunAsync(db, [.. Plans.SelectMany(p => p.Access)], cancel);
    }
}

/// <summary>What a batch touches, for the audit, and what is new.</summary>
/// <param name="Joined">Who came to a household that was here already, by household.</param>
internal sealed record WrittenAllocations(IReadOnlyList<AuditSubject> Subjects, Arrivals Arrivals, ILookup<Guid, Guid> Joined);

/// <summary>Puts changed households into the context and makes new ones; the caller saves both with the subjects that are handed back.</summary>
internal sealed class WriteAllocations(VejviserDb db, LawBook law, StartReceptionPlans startPlans, AuditContext audit)
{
    private readonly List<AuditSubject> subjects = [];
    private readonly List<(Guid Household, Guid Person)> joined = [];

    /// <returns>One subject for each household and person that is touched; none where nothing is.</returns>
    public async Task<WrittenAllocations> RunAsync(IReadOnlyList<ComparedHousehold> households, CancellationToken cancel)
    {
        await ChangeKnownAsync([.. households.Where(h => !h.IsNew && !h.IsUnchanged)], cancel);
        var arrived = households.Where(h => h.IsNew).Select(h => HouseholdFromFile.Make(h.File, law, audit.At)).ToList();
        subjects.AddRange(arrived.SelectMany(HouseholdFromFile.Subjects));
        var plans = arrived.Count == 0 ? StartedPlans.None : await startPlans(db, arrived, audit, cancel);
        return new WrittenAllocations([.. subjects, .. plans.Subjects], new Arrivals(arrived, plans.Plans), joined.ToLookup(j => j.Household, j => j.Person));
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
        joined.Add((householdId, person.Id));
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
