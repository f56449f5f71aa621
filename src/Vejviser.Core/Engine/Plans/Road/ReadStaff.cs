using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>An employee who can be chosen.</summary>
public sealed record StaffMember(Guid Id, string Name);

/// <summary>A unit that can be chosen.</summary>
public sealed record StaffUnit(Guid Id, string Name);

/// <summary>The employees and units that can have cases and tasks, by name.</summary>
public static class ReadStaff
{
    public static async Task<IReadOnlyList<StaffMember>> RunAsync(VejviserDb db, CancellationToken cancel) =>
        await db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName)
            .Select(a => new StaffMember(a.Id, a.DisplayName)).ToListAsync(cancel);

    public static async Task<IReadOnlyList<StaffUnit>> UnitsAsync(VejviserDb db, CancellationToken cancel) =>
        await db.Units.AsNoTracking().Where(u => !u.IsClosed).OrderBy(u => u.Name).Select(u => new StaffUnit(u.Id, u.Name)).ToListAsync(cancel);
}
