using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Partners;

/// <summary>A task as a partner sees it: what is to be done, by when, for whom. No other task, no plan, no number.</summary>
/// <param name="Person">The person's name, or the household's; the case reference where the name is protected.</param>
public sealed record PartnerTask(TaskLine Line, string Person);

/// <summary>The tasks that users of a partner own.</summary>
public static class PartnerTasks
{
    private const int Most = 200;

    private static IQueryable<PlanTask> Of(VejviserDb db, Guid partnerId)
    {
        var known = VolunteerSight.People(db, partnerId);
        var users = db.Users.Where(a => a.PartnerId == partnerId).Select(a => (Guid?)a.Id);
        return db.PlanTasks.AsNoTracking().Where(t => users.Contains(t.OwnerAccountId)
            && ((t.PersonId != null && known.Any(p => p.Id == t.PersonId)) || (t.PersonId == null && known.Any(p => p.HouseholdId == t.HouseholdId))));
    }

    /// <summary>The open ones, the most urgent first.</summary>
    public static async Task<IReadOnlyList<PartnerTask>> OpenAsync(VejviserDb db, Guid partnerId, CancellationToken cancel) =>
        await ReadAsync(db, Of(db, partnerId).Where(t => t.State == TaskState.Open).OrderBy(t => t.Due == null).ThenBy(t => t.Due).Take(Most), cancel);

    /// <returns>Null where there is none, or it is not the partner's.</returns>
    public static async Task<PartnerTask?> FindAsync(VejviserDb db, Guid partnerId, Guid taskId, CancellationToken cancel) =>
        (await ReadAsync(db, Of(db, partnerId).Where(t => t.Id == taskId), cancel)).SingleOrDefault();

    private static async Task<IReadOnlyList<PartnerTask>> ReadAsync(VejviserDb db, IQueryable<PlanTask> tasks, CancellationToken cancel)
    {
        var lines = await db.Lines(tasks).ToListAsync(cancel);
        var homes = lines.Select(l => l.HouseholdId).Distinct().ToList();
        var people = (await db.People.AsNoTracking().Where(p => homes.Contains(p.HouseholdId) && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.HouseholdId, Name = p.GivenName + " " + p.FamilyName, p.CaseRef, p.HasProtectedAddress }).ToListAsync(cancel)).ToLookup(p => p.HouseholdId);
        return [.. lines.OrderBy(l => l.Due is null).ThenBy(l => l.Due).Select(l =>
        {
            var one = people[l.HouseholdId].FirstOrDefault(p => l.PersonId is null || p.Id == l.PersonId);
            return new PartnerTask(l, one is null ? "" : one.HasProtectedAddress ? one.CaseRef ?? "" : one.Name);
        })];
    }
}

/// <summary>A user of a partner finishes a task of the partner's. Failures: <c>tasks.unknown</c> where it is not, and those of <see cref="CompleteTask"/>.</summary>
public sealed class CompletePartnerTask(VejviserDb db, CompleteTask complete)
{
    public async Task<Result<Done>> RunAsync(CompleteTaskInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (who.PartnerId is not { } partner || await PartnerTasks.FindAsync(db, partner, input.TaskId, cancel) is null)
            return Failure.Of("tasks.unknown", ("task", input.TaskId));
        var done = await complete.RunAsync(input, audit, cancel);
        return done.IsSuccess ? Done.Result : done.Failure;
    }
}
