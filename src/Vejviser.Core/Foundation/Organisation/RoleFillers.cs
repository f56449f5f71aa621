using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Who fills a role: a unit, an employee, or an employee in a unit.</summary>
/// <param name="Practice">The one practice it holds for, or <see cref="PracticeRole.Everywhere"/>.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Account">The employee's name.</param>
public sealed record RoleFiller(string Practice, string Role, Guid? UnitId, string? Unit, Guid? AccountId, string? Account)
{
    /// <summary>The employee, the unit, or both.</summary>
    public string Names => string.Join(", ", new[] { Account, Unit }.OfType<string>());

    public bool IsEverywhere => Practice == PracticeRole.Everywhere;
}

/// <summary>Who fills which role here. Who fills it in a practice goes before who fills it everywhere; a closed unit or account fills nothing.</summary>
public sealed class RoleFillers
{
    private readonly Dictionary<(string Practice, string Role), RoleFiller> filled;

    private RoleFillers(Dictionary<(string, string), RoleFiller> filled) => this.filled = filled;

    public static async Task<RoleFillers> ReadAsync(VejviserDb db, CancellationToken cancel)
    {
        var rows = await db.PracticeRoles.AsNoTracking().Select(r => new
        {
            r.Practice, r.Role, r.UnitId, r.AccountId,
            Unit = db.Units.Where(u => u.Id == r.UnitId && !u.IsClosed).Select(u => u.Name).FirstOrDefault(),
            Account = db.Users.Where(a => a.Id == r.AccountId && !a.IsClosed).Select(a => a.DisplayName).FirstOrDefault(),
        }).ToListAsync(cancel);
        return new RoleFillers(rows.Where(r => r.Unit is not null || r.Account is not null)
            .ToDictionary(r => (r.Practice, r.Role), r => new RoleFiller(r.Practice, r.Role, r.Unit is null ? null : r.UnitId, r.Unit, r.Account is null ? null : r.AccountId, r.Account)));
    }

    /// <summary>Who fills the role in the practice; null where nobody does.</summary>
    public RoleFiller? Find(string practice, string role) => filled.GetValueOrDefault((practice, role)) ?? Everywhere(role);

    /// <summary>Who fills the role where a practice has nobody of its own for it.</summary>
    public RoleFiller? Everywhere(string role) => filled.GetValueOrDefault((PracticeRole.Everywhere, role));

    /// <summary>Those that hold for one practice.</summary>
    public IEnumerable<RoleFiller> Exceptions => filled.Values.Where(f => !f.IsEverywhere).OrderBy(f => f.Practice, StringComparer.Ordinal).ThenBy(f => f.Role, StringComparer.Ordinal);
}
