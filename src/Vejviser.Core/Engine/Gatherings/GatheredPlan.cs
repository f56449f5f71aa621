using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>Somebody a plan asks to its meetings.</summary>
public sealed record GatheredPerson(Guid Id, Guid PlanId, HouseholdRole Role, string? Language, bool NeedsInterpreter);

/// <summary>A running plan as its meetings need it.</summary>
/// <param name="Steps">Those it has tasks of that are not skipped.</param>
/// <param name="OwnerRoles">The roles that have, or had, something to do in it.</param>
/// <param name="Staff">The steady contact person first, then the case worker and the other contact persons.</param>
public sealed record GatheredPlan(
    Guid Id, Guid? PersonId, Guid HouseholdId, PracticeDefinition Definition, IReadOnlyDictionary<string, DateOnly> Anchors, IReadOnlyList<GatheredPerson> People,
    IReadOnlySet<string> Steps, IReadOnlySet<string> OwnerRoles, IReadOnlyList<Guid> Staff)
{
    /// <summary>The practice's running plans.</summary>
    internal static async Task<IReadOnlyList<GatheredPlan>> LoadAsync(VejviserDb db, EffectivePractices practices, string practice, CancellationToken cancel)
    {
        var running = db.Plans.AsNoTracking().Where(p => p.Practice == practice && p.State == PlanState.Running);
        var plans = await running.Include(p => p.Anchors).OrderBy(p => p.StartedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        // By what they belong to, through its index: asked the other way round, each of all tasks would be looked at.
        var (ids, households) = (running.Select(p => p.Id), running.Select(p => p.HouseholdId));
        var homes = await db.Households.AsNoTracking().Where(h => households.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        var people = (await db.People.AsNoTracking().Where(p => p.MergedIntoId == null && households.Contains(p.HouseholdId)).ToListAsync(cancel)).ToLookup(p => p.HouseholdId);
        var contacts = (await db.HouseholdContacts.AsNoTracking().Where(c => households.Contains(c.HouseholdId)).ToListAsync(cancel)).ToLookup(c => c.HouseholdId);
        var tasks = (await db.PlanTasks.AsNoTracking().Where(t => ids.Contains(t.PlanId)).Select(t => new { t.PlanId, t.Step, t.State, t.OwnerRole }).ToListAsync(cancel)).ToLookup(t => t.PlanId);
        var found = new List<GatheredPlan>();
        foreach (var plan in plans)
        {
            var home = homes[plan.HouseholdId];
            found.Add(new GatheredPlan(
                plan.Id, plan.PersonId, plan.HouseholdId, await practices.OfAsync(db, plan.PracticeVersionId, cancel), plan.Anchors.ToDictionary(a => a.Name, a => a.Date),
                [.. people[plan.HouseholdId].Where(p => plan.PersonId is null || plan.PersonId == p.Id).OrderBy(p => p.Id).Select(p => new GatheredPerson(p.Id, plan.Id, p.Role, p.Language, p.NeedsInterpreter))],
                tasks[plan.Id].Where(t => t.State != TaskState.Skipped).Select(t => t.Step).ToHashSet(StringComparer.Ordinal), tasks[plan.Id].Select(t => t.OwnerRole).ToHashSet(StringComparer.Ordinal),
                [.. new[] { home.ContactPersonId, home.CaseWorkerId }.OfType<Guid>().Concat(contacts[home.Id].Select(c => c.AccountId)).Distinct()]));
        }

        return found;
    }
}
