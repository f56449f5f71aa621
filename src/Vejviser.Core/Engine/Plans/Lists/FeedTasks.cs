using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>A task as a calendar may show it: nobody's name.</summary>
public sealed record FeedTask(Guid Id, StepName Name, string Area, string OwnerRole, DateOnly Due, Guid HouseholdId, string? Reference, int Version);

/// <summary>The open tasks with a due day of one employee, for the calendar feed.</summary>
public static class FeedTasks
{
    /// <summary>More than a calendar can show in a year; the nearest days win.</summary>
    public const int Most = 2000;

    /// <returns>The account whose feed has this secret; null where there is none, or where it was revoked.</returns>
    public static Task<Guid?> OwnerAsync(VejviserDb db, byte[] tokenHash, CancellationToken cancel) =>
        db.CalendarFeeds.AsNoTracking().Where(f => f.TokenHash == tokenHash && f.RevokedAt == null).Select(f => (Guid?)f.AccountId).SingleOrDefaultAsync(cancel);

    public static async Task<IReadOnlyList<FeedTask>> ReadAsync(VejviserDb db, Guid accountId, CancellationToken cancel)
    {
        var open = db.PlanTasks.AsNoTracking().Where(t => t.State == TaskState.Open && t.OwnerAccountId == accountId && t.Due != null).OrderBy(t => t.Due).ThenBy(t => t.Id).Take(Most);
        return await (from t in open
                      join p in db.Plans on t.PlanId equals p.Id
                      join h in db.Households on t.HouseholdId equals h.Id
                      orderby t.Due, t.Id
                      select new FeedTask(t.Id, new StepName(t.Practice, p.PracticeVersionId, t.Step, p.LawDate, t.OwnTitle), t.Area, t.OwnerRole, t.Due!.Value, h.Id, h.Reference, t.Version))
            .ToListAsync(cancel);
    }
}
