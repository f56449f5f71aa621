using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Feeds;

/// <summary>Closes a feed's address: from then on it answers as one that never was.</summary>
public static class RevokeCalendarFeed
{
    /// <returns>Done, also where it was closed before. Failure <c>feed.unknown</c>: no feed of this reader.</returns>
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Reader reader, Guid feedId, AuditContext audit, CancellationToken cancel)
    {
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(f => f.Id == feedId && f.AccountId == reader.AccountId, cancel);
        if (feed is null)
            return Failure.Of("feed.unknown");
        if (feed.RevokedAt is not null)
            return Done.Result;
        feed.RevokedAt = audit.At;
        await db.SaveAsync(audit, new AuditSubject(Entity: "calendar-feed", EntityId: feed.Id), cancel);
        return Done.Result;
    }
}
