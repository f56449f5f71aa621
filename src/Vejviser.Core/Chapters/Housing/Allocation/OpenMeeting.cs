using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>Begins to prepare an allocation meeting. Failures: <c>housing.forbidden</c>, <c>housing.meeting-open</c> (one is being prepared), <c>housing.meeting-day</c> (that day has one).</summary>
public static class OpenMeeting
{
    public static async Task<Result<Guid>> RunAsync(VejviserDb db, DateOnly day, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingDecide))
            return Failure.Of("housing.forbidden");
        if (await db.AllocationMeetings.Where(m => m.DecidedAt == null).OrderBy(m => m.Day).Select(m => (DateOnly?)m.Day).FirstOrDefaultAsync(cancel) is { } open)
            return Failure.Of("housing.meeting-open", ("day", open));
        var meeting = new AllocationMeeting { Day = day };
        db.AllocationMeetings.Add(meeting);
        try
        {
            await db.SaveAsync(audit, new AuditSubject(Entity: "allocation-meeting", EntityId: meeting.Id), cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("allocation_meeting"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("housing.meeting-day", ("day", day));
        }

        return meeting.Id;
    }
}
