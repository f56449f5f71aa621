using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages.Handovers;

/// <summary>
/// The receiver says that they have it, or that it is done. Who may: the employee, somebody in the unit, a user of the partner; and whoever it climbed to,
/// for they see the person. Saying it twice changes nothing. Failures: <c>handovers.unknown</c>, <c>handovers.changed-meanwhile</c>.
/// </summary>
public sealed class AcknowledgeHandover(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid id, bool isDone, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await HandoverList.In(db, who, audit.At).SingleOrDefaultAsync(h => h.Id == id, cancel) is not { } handover)
            return Failure.Of("handovers.unknown");
        if (isDone ? handover.DoneAt is not null : handover.AcknowledgedAt is not null)
            return Done.Result;
        if (handover.AcknowledgedAt is null)
            (handover.AcknowledgedAt, handover.AcknowledgedBy, handover.ClimbsAt) = (audit.At, who.AccountId, null);
        if (isDone)
            (handover.DoneAt, handover.DoneBy) = (audit.At, who.AccountId);
        handover.Version++;
        return await db.SaveAsync(audit, new AuditSubject(handover.PersonId, handover.HouseholdId, "handover", id), cancel) == SaveOutcome.Conflict
            ? Failure.Of("handovers.changed-meanwhile")
            : Done.Result;
    }
}
