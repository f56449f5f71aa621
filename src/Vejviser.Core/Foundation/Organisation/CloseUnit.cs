using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Closes a unit that nothing leans on: it is chosen no more, its past stays. Or opens it again.</summary>
public static class CloseUnit
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid unitId, bool isClosed, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (await db.Units.SingleOrDefaultAsync(u => u.Id == unitId, cancel) is not { } unit)
            return Failure.Of("organisation.unknown-unit");
        if (MayOrganise.Unit(by, unitId) is { } refusal)
            return refusal;
        if (unit.IsClosed == isClosed)
            return Done.Result;
        if (isClosed && await LeansOnAsync(db, unitId, cancel) is { } failure)
            return failure;
        if (!isClosed && unit.ParentId is { } parent && await db.Units.AnyAsync(u => u.Id == parent && u.IsClosed, cancel))
            return Failure.Of("organisation.parent-closed");
        unit.IsClosed = isClosed;
        await db.SaveAsync(audit, new AuditSubject(Entity: "unit", EntityId: unitId), cancel);
        return Done.Result;
    }

    private static async Task<Failure?> LeansOnAsync(VejviserDb db, Guid unitId, CancellationToken cancel)
    {
        if (await db.Units.AnyAsync(u => u.ParentId == unitId && !u.IsClosed, cancel))
            return Failure.Of("organisation.unit-has-units");
        if (await db.UnitMembers.AnyAsync(m => m.UnitId == unitId && db.Users.Any(a => a.Id == m.AccountId && !a.IsClosed), cancel))
            return Failure.Of("organisation.unit-has-members");
        return await db.PracticeRoles.AnyAsync(r => r.UnitId == unitId, cancel) ? Failure.Of("organisation.unit-fills-roles") : null;
    }
}
