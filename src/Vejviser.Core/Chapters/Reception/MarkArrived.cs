using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Reception;

/// <param name="Day">The day they moved in.</param>
public sealed record MarkArrivedInput(Guid HouseholdId, DateOnly Day);

/// <summary>
/// Says that a household has come. Another day than the one agreed moves the arrival and the open tasks that count from it, in the
/// same transaction. Failures: <c>households.unknown</c>, <c>arrivals.not-yet</c>, those of <see cref="MoveAnchor"/>.
/// </summary>
public sealed class MarkArrived(VejviserDb db, MoveAnchor move)
{
    /// <param name="today">By the clock on the town hall: nobody arrives tomorrow.</param>
    public async Task<Result<Done>> RunAsync(MarkArrivedInput input, DateOnly today, AuditContext audit, CancellationToken cancel = default)
    {
        if (input.Day > today)
            return Failure.Of("arrivals.not-yet", ("date", input.Day));
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        var before = await db.Households.AsNoTracking().Where(h => h.Id == input.HouseholdId).Select(h => new { h.ArrivalDate, h.HasArrived }).SingleOrDefaultAsync(cancel);
        if (before is null)
            return Failure.Of("households.unknown", ("household", input.HouseholdId));
        if (before.HasArrived && before.ArrivalDate == input.Day)
            return Done.Result;
        // The command's id is spent once, by the save below.
        if (before.ArrivalDate != input.Day
            && await move.RunAsync(new MoveAnchorInput(AnchorMove.Of(input.HouseholdId, PlanAnchors.Arrival, input.Day)), audit with { CommandId = null }, cancel) is { IsSuccess: false, Failure: { } refused })
            return refused;

        var household = await db.Households.SingleAsync(h => h.Id == input.HouseholdId, cancel);
        household.HasArrived = true;
        household.Version++;
        var details = AuditDetails.Of(("arrived", input.Day));
        await db.SaveAsync(audit, new AuditSubject(HouseholdId: household.Id, Entity: "household", EntityId: household.Id, Details: details), cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        return Done.Result;
    }
}
