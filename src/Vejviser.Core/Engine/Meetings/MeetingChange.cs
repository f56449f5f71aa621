using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>What the changes of a meeting share.</summary>
internal static class MeetingChange
{
    public static Task<Meeting?> FindAsync(VejviserDb db, Reader who, Guid id, AuditContext audit, CancellationToken cancel) =>
        db.Meetings.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(m => m.Id == id, cancel);

    public static AuditSubject Subject(Meeting meeting, string? details) => new(meeting.PersonId, meeting.HouseholdId, "meeting", meeting.Id, details);

    /// <summary>Null where it was saved, or had been before; else why not.</summary>
    public static async Task<Failure?> SaveAsync(
        VejviserDb db, LawBook law, Reader who, IReadOnlyList<Meeting> meetings, IReadOnlyCollection<MeetingSlot> slots, AuditContext audit, Func<Meeting, string> details, CancellationToken cancel)
    {
        try
        {
            return await db.SaveAsync(audit, [.. meetings.Select(m => Subject(m, details(m)))], cancel) == SaveOutcome.Conflict ? Failure.Of("meetings.changed-meanwhile") : null;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("meeting_slot"))
        {
            db.ChangeTracker.Clear();
            return await MeetingClash.DescribeAsync(db, law, who, meetings, slots, cancel);
        }
    }

    public static async Task<Result<Done>> SaveAsync(VejviserDb db, Meeting meeting, AuditContext audit, string details, CancellationToken cancel) =>
        await db.SaveAsync(audit, Subject(meeting, details), cancel) == SaveOutcome.Conflict ? Failure.Of("meetings.changed-meanwhile") : Done.Result;
}
