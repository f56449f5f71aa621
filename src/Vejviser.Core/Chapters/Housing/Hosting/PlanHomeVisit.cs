using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="Title">In the municipality's own language; names nobody.</param>
/// <param name="IsConfirmed">The day may be a holiday.</param>
public sealed record PlanHomeVisitInput(Guid HostId, DateOnly Day, TimeOnly At, Guid Employee, string Title, bool IsConfirmed);

/// <summary>
/// Books the visit at which expectations are settled and the home is seen: a meeting of the employee's, in the host's home. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown</c>, <c>hosting.withdrawn</c>,
/// <c>hosting.changed-meanwhile</c>, and those of <see cref="BookMeeting"/>.
/// </summary>
public sealed class PlanHomeVisit(VejviserDb db, EffectivePractices practices, BookMeeting book)
{
    public async Task<Result<Guid>> RunAsync(PlanHomeVisitInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.PrivateHosts.SingleOrDefaultAsync(h => h.Id == input.HostId, cancel) is not { } host)
            return Failure.Of("hosting.unknown");
        if (host.State is HostState.Withdrawn)
            return Failure.Of("hosting.withdrawn");
        var rules = await HostingRules.LoadAsync(db, practices, cancel);
        var time = new MeetingTime(input.Day, input.At, rules.MeetingMinutes, MeetingRoom.Visit, IsConfirmed: input.IsConfirmed);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var booked = await book.RunAsync(new BookMeetingInput(input.Title, time, new MeetingGuestList([input.Employee], [], [])), who, audit, cancel);
        if (!booked.IsSuccess)
            return booked.Failure;
        if (host.VisitMeetingId == booked.Value.MeetingId)
            return host.Id;
        // What stood in the way of the booking has let go of all that was loaded.
        host = await db.PrivateHosts.SingleAsync(h => h.Id == input.HostId, cancel);
        (host.VisitMeetingId, host.AnsweredOn) = (booked.Value.MeetingId, host.AnsweredOn ?? audit.Day);
        host.Version++;
        if (await db.SaveAsync(audit with { CommandId = null }, new AuditSubject(Entity: "private-host", EntityId: host.Id), cancel) != SaveOutcome.Saved)
            return Failure.Of("hosting.changed-meanwhile");
        await transaction.CommitAsync(cancel);
        return host.Id;
    }
}
