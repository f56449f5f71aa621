using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Messages.Handovers;

/// <summary>
/// Handovers that nobody acknowledged in time climb one step: whoever fills the next role of the chain is told, in the same transaction. A role that nobody
/// fills, or who fills it has no e-mail, is passed over; after the last role a handover stands on the page as late and climbs no more.
/// </summary>
public sealed class ClimbHandovers(VejviserDb db, QueueMessage queue, HandoverMail mail, MessageSettings settings)
{
    /// <returns>How many climbed.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancel = default)
    {
        var due = await db.Handovers.AsNoTracking().Where(h => h.AcknowledgedAt == null && h.ClimbsAt <= now).OrderBy(h => h.ClimbsAt).Select(h => h.Id).ToListAsync(cancel);
        if (due.Count == 0)
            return 0;
        var fillers = await RoleFillers.ReadAsync(db, cancel);
        var hours = await queue.HoursAsync(cancel);
        var climbed = 0;
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            if (await db.Handovers.SingleOrDefaultAsync(h => h.Id == id && h.AcknowledgedAt == null && h.ClimbsAt <= now, cancel) is { } handover && await ClimbAsync(handover, fillers, hours, now, cancel))
                climbed++;
        }

        return climbed;
    }

    private async Task<bool> ClimbAsync(Handover handover, RoleFillers fillers, SendingHours hours, DateTime now, CancellationToken cancel)
    {
        var audit = new AuditContext(null, "handovers.climb", now);
        var subjects = new List<AuditSubject>();
        while (handover.Climbed < settings.Handover.Roles.Count && subjects.Count == 0)
        {
            var role = settings.Handover.Roles[handover.Climbed++];
            handover.ClimbsAt = handover.Climbed < settings.Handover.Roles.Count ? hours.NextOrSame(now.AddHours(settings.Handover.Hours)) : null;
            if (fillers.Everywhere(role) is not { } filler || await mail.ReceiverAsync(filler.AccountId, filler.AccountId is null ? filler.UnitId : null, null, cancel) is not { } to)
                continue;
            var queued = await mail.QueueAsync(handover, "handover-late", to, audit, cancel);
            if (queued.IsSuccess)
                subjects.Add(QueueMessage.SubjectOf(queued.Value));
        }

        if (subjects.Count == 0)
            handover.ClimbsAt = null;
        handover.Version++;
        subjects.Add(new AuditSubject(handover.PersonId, handover.HouseholdId, "handover", handover.Id, AuditDetails.Of(("climbed", handover.Climbed))));
        // Somebody acknowledged it at the same instant: then it does not climb.
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Saved;
    }
}
