using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// Adds and removes points of the agenda. Failures: <c>meetings.unknown</c>, <c>meetings.is-cancelled</c>, <c>meetings.point-required</c>,
/// <c>meetings.point-too-long</c>, <c>meetings.changed-meanwhile</c>.
/// </summary>
public sealed class ChangeAgenda(VejviserDb db)
{
    private const int MostText = 500;

    public async Task<Result<Done>> AddAsync(Guid meetingId, string? text, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var found = await FindAsync(meetingId, who, audit, cancel);
        if (!found.IsSuccess || await db.IsHandledAsync(audit, cancel))
            return found.IsSuccess ? Done.Result : found.Failure;
        if (string.IsNullOrWhiteSpace(text))
            return Failure.Of("meetings.point-required");
        if (text.Trim().Length > MostText)
            return Failure.Of("meetings.point-too-long", ("most", MostText));
        var last = await db.AgendaPoints.Where(p => p.MeetingId == meetingId).MaxAsync(p => (int?)p.Order, cancel) ?? 0;
        var point = new AgendaPoint { MeetingId = meetingId, Order = last + 1, Text = text.Trim(), AddedBy = audit.Actor ?? Guid.Empty };
        db.AgendaPoints.Add(point);
        return await MeetingChange.SaveAsync(db, found.Value, audit, AuditDetails.Of(("point", point.Id)), cancel);
    }

    public async Task<Result<Done>> RemoveAsync(Guid meetingId, Guid pointId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var found = await FindAsync(meetingId, who, audit, cancel);
        if (!found.IsSuccess || await db.IsHandledAsync(audit, cancel))
            return found.IsSuccess ? Done.Result : found.Failure;
        if (await db.AgendaPoints.SingleOrDefaultAsync(p => p.Id == pointId && p.MeetingId == meetingId, cancel) is not { } point)
            return Done.Result;
        db.AgendaPoints.Remove(point);
        return await MeetingChange.SaveAsync(db, found.Value, audit, AuditDetails.Of(("point", pointId)), cancel);
    }

    private async Task<Result<Meeting>> FindAsync(Guid meetingId, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (await MeetingChange.FindAsync(db, who, meetingId, audit, cancel) is not { } meeting)
            return Failure.Of("meetings.unknown");
        return meeting.State == MeetingState.Cancelled ? Failure.Of("meetings.is-cancelled") : meeting;
    }
}
