using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Gives an account a role, in the whole municipality or in a unit and those below it; or takes it again.</summary>
public static class AssignRole
{
    public sealed record Input(Guid AccountId, Guid RoleId, Guid? UnitId);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (!await db.Users.AnyAsync(a => a.Id == input.AccountId && !a.IsClosed, cancel))
            return Failure.Of("access.unknown-account");
        if (await PermissionsOfAsync(db, input.RoleId, cancel) is not { } permissions)
            return Failure.Of("access.unknown-role");
        if (input.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && !u.IsClosed, cancel))
            return Failure.Of("organisation.unknown-unit");
        if (MayAssign.Decide(by, input.AccountId, permissions, input.UnitId) is { } refusal)
            return refusal;
        if (await db.RoleAssignments.AnyAsync(a => a.AccountId == input.AccountId && a.RoleId == input.RoleId && a.UnitId == input.UnitId, cancel))
            return Done.Result;
        db.RoleAssignments.Add(new RoleAssignment { AccountId = input.AccountId, RoleId = input.RoleId, UnitId = input.UnitId });
        await db.SaveAsync(audit, Subject(input.AccountId, input.RoleId, input.UnitId), cancel);
        return Done.Result;
    }

    public static async Task<Result<Done>> TakeAsync(VejviserDb db, Guid assignmentId, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (await db.RoleAssignments.SingleOrDefaultAsync(a => a.Id == assignmentId, cancel) is not { } assignment)
            return Done.Result;
        var permissions = await PermissionsOfAsync(db, assignment.RoleId, cancel) ?? [];
        if (MayAssign.Decide(by, assignment.AccountId, permissions, assignment.UnitId) is { } refusal)
            return refusal;
        db.RoleAssignments.Remove(assignment);
        return await KeepAdministrator.SaveAsync(db, audit, [Subject(assignment.AccountId, assignment.RoleId, assignment.UnitId)], cancel);
    }

    internal static AuditSubject Subject(Guid accountId, Guid roleId, Guid? unitId) =>
        new(Entity: "account", EntityId: accountId, Details: unitId is null ? $$"""{"role":"{{roleId}}"}""" : $$"""{"role":"{{roleId}}","unit":"{{unitId}}"}""");

    private static async Task<List<string>?> PermissionsOfAsync(VejviserDb db, Guid roleId, CancellationToken cancel) =>
        (await db.AccessRoles.AsNoTracking().Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == roleId, cancel))?.Permissions.ConvertAll(p => p.Permission);
}
