using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Feeds;

/// <summary>Makes a secret address for the own open tasks, to be read by a calendar program.</summary>
public static class CreateCalendarFeed
{
    /// <summary>A phone, a computer and some to spare.</summary>
    public const int Most = 5;

    /// <returns>The secret: it is nowhere else. Failures: <c>feed.too-many</c>, <c>feed.already-made</c> (the form was sent twice).</returns>
    public static async Task<Result<string>> RunAsync(VejviserDb db, Reader reader, AuditContext audit, CancellationToken cancel)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return Failure.Of("feed.already-made");
        if (await db.CalendarFeeds.CountAsync(f => f.AccountId == reader.AccountId && f.RevokedAt == null, cancel) >= Most)
            return Failure.Of("feed.too-many", ("most", Most));
        var token = FeedToken.New();
        var feed = new CalendarFeed { AccountId = reader.AccountId, TokenHash = FeedToken.HashOf(token), CreatedAt = audit.At };
        db.CalendarFeeds.Add(feed);
        var outcome = await db.SaveAsync(audit, new AuditSubject(Entity: "calendar-feed", EntityId: feed.Id), cancel);
        return outcome == SaveOutcome.Saved ? token : Failure.Of("feed.already-made");
    }
}
