using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>
/// The answer to a nomination, by the association's own user or by the municipality for it. A refusal frees the home and puts the household back on the list; the line stays in the ledger.
/// Failures: <c>housing.unknown-nomination</c>, <c>housing.forbidden</c>, <c>housing.nomination-answered</c>, <c>housing.reason-missing</c>, <c>housing.changed-meanwhile</c>.
/// </summary>
public static class AnswerNomination
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, bool isConfirmed, string? reason, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (await db.Nominations.SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } nomination || (who.PartnerId is { } partner && nomination.AssociationId != partner))
            return Failure.Of("housing.unknown-nomination");
        if (who.PartnerId is null && !who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (nomination.State != NominationState.Made)
            return Failure.Of("housing.nomination-answered");
        if (!isConfirmed && string.IsNullOrWhiteSpace(reason))
            return Failure.Of("housing.reason-missing");
        (nomination.State, nomination.AnsweredOn) = (isConfirmed ? NominationState.Confirmed : NominationState.Refused, audit.Day);
        nomination.StandingHouseholdId = null;
        nomination.Version++;
        if (!isConfirmed)
        {
            nomination.Reason = reason!.Trim();
            (await db.Leases.SingleAsync(l => l.Id == nomination.LeaseId, cancel)).End(audit.Day);
            if (await db.HousingNeeds.SingleOrDefaultAsync(n => n.HouseholdId == nomination.HouseholdId, cancel) is { } need)
            {
                need.IsWaiting = true;
                need.Version++;
            }
        }

        return await db.SaveAsync(audit, new AuditSubject(HouseholdId: nomination.HouseholdId, Entity: "nomination", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;
    }
}
