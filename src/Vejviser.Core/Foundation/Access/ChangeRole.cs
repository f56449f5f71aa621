using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Adds a role, or changes its name and what it allows; it holds for all who have it from their next page.</summary>
public static class ChangeRole
{
    /// <param name="RoleId">Null adds one.</param>
    /// <param name="Name">As it is called here; no other role has it.</param>
    /// <param name="Permissions">Codes of <see cref="Access.Permissions"/>.</param>
    public sealed record Input(Guid? RoleId, string Name, IReadOnlyCollection<string> Permissions);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayAssign.Everywhere(by) is { } refusal)
            return refusal;
        var name = input.Name.Trim();
        if (name.Length == 0)
            return Failure.Of("access.role-name-missing");
        if (await db.AccessRoles.AnyAsync(r => r.Id != input.RoleId && r.Name == name, cancel))
            return Failure.Of("access.role-name-taken");
        var role = input.RoleId is { } id ? await db.AccessRoles.Include(r => r.Permissions).SingleOrDefaultAsync(r => r.Id == id, cancel) : db.Add(new Role { Name = name }).Entity;
        if (role is null)
            return Failure.Of("access.unknown-role");
        role.Name = name;
        var wanted = input.Permissions.Intersect(Permissions.All, StringComparer.Ordinal).Except([Permissions.Own], StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var gone = role.Permissions.Where(p => !wanted.Contains(p.Permission)).ToList();
        var added = wanted.Where(w => !role.Permissions.Exists(p => p.Permission == w)).Order(StringComparer.Ordinal).ToList();
        db.RolePermissions.RemoveRange(gone);
        db.RolePermissions.AddRange(added.Select(p => new RolePermission { RoleId = role.Id, Permission = p }));
        if (!db.ChangeTracker.HasChanges())
            return role.Id;
        var details = $$"""{"added":[{{Quote(added)}}],"removed":[{{Quote(gone.Select(g => g.Permission))}}]}""";
        var saved = await KeepAdministrator.SaveAsync(db, audit, [new AuditSubject(Entity: "role", EntityId: role.Id, Details: details)], cancel);
        return saved.IsSuccess ? role.Id : saved.Failure;
    }

    private static string Quote(IEnumerable<string> codes) => string.Join(',', codes.Order(StringComparer.Ordinal).Select(c => $"\"{c}\""));
}
