using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Removes a role that nobody has.</summary>
public static class RemoveRole
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid roleId, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.AccessRoles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == roleId, cancel) is not { } role)
            return Done.Result;
        var holders = await db.RoleAssignments.Where(a => a.RoleId == roleId).Select(a => a.AccountId).Distinct().CountAsync(cancel);
        if (holders > 0)
            return Failure.Of("access.role-in-use", ("count", holders));
        if (await db.ExternalRoles.AnyAsync(r => r.RoleId == roleId, cancel) || await db.JobFunctions.AnyAsync(f => f.DefaultRoleId == roleId, cancel))
            return Failure.Of("access.role-referred");
        db.Remove(role);
        await db.SaveAsync(audit, new AuditSubject(Entity: "role", EntityId: roleId), cancel);
        return Done.Result;
    }
}
