using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Says which role a group at the municipality's identity provider gives. It holds from the next sign-in of its members.</summary>
public static class ChangeExternalRoles
{
    /// <param name="Claim">The group as the provider sends it: a name, or an id.</param>
    /// <param name="RoleId">The role it gives.</param>
    /// <param name="UnitId">Where; null is the whole municipality.</param>
    public sealed record Input(string Claim, Guid RoleId, Guid? UnitId);

    public static async Task<Result<Done>> AddAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        var claim = input.Claim.Trim();
        if (claim.Length == 0)
            return Failure.Of("access.group-missing");
        if (!await db.AccessRoles.AnyAsync(r => r.Id == input.RoleId, cancel))
            return Failure.Of("access.unknown-role");
        if (await db.ExternalRoles.AnyAsync(r => r.Claim == claim && r.RoleId == input.RoleId && r.UnitId == input.UnitId, cancel))
            return Done.Result;
        var added = new ExternalRole { Claim = claim, RoleId = input.RoleId, UnitId = input.UnitId };
        db.ExternalRoles.Add(added);
        await db.SaveAsync(audit, new AuditSubject(Entity: "external-role", EntityId: added.Id), cancel);
        return Done.Result;
    }

    public static async Task<Result<Done>> RemoveAsync(VejviserDb db, Guid id, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.ExternalRoles.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } external)
            return Done.Result;
        db.Remove(external);
        await db.SaveAsync(audit, new AuditSubject(Entity: "external-role", EntityId: id), cancel);
        return Done.Result;
    }
}
