using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>Moves a nomination from one right to the other. Failures: <c>housing.forbidden</c>, <c>housing.unknown-nomination</c>, <c>housing.changed-meanwhile</c>.</summary>
public static class ChangeRight
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, NominationRight right, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (!Enum.IsDefined(right) || await db.Nominations.SingleOrDefaultAsync(n => n.Id == id, cancel) is not { } nomination)
            return Failure.Of("housing.unknown-nomination");
        if (nomination.Right == right)
            return Done.Result;
        nomination.Right = right;
        nomination.Version++;
        return await db.SaveAsync(audit, new AuditSubject(HouseholdId: nomination.HouseholdId, Entity: "nomination", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;
    }
}
