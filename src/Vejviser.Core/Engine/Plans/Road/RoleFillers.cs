using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Plans.Road;

/// <summary>Who fills practices' roles in the municipality, by name; a closed account or unit fills none.</summary>
public sealed class RoleFillers
{
    private readonly Dictionary<(string Practice, string Role), string> names;

    private RoleFillers(Dictionary<(string, string), string> names) => this.names = names;

    /// <summary>The employee and the unit, or null where nobody fills it yet. Who fills it in the practice goes before who fills it everywhere.</summary>
    public string? Of(string practice, string role) => names.GetValueOrDefault((practice, role)) ?? names.GetValueOrDefault((PracticeRole.Everywhere, role));

    public static async Task<RoleFillers> LoadAsync(VejviserDb db, IReadOnlyCollection<string> practices, CancellationToken cancel)
    {
        string[] asked = [.. practices.Distinct(), PracticeRole.Everywhere];
        var rows = await db.PracticeRoles.AsNoTracking().Where(r => asked.Contains(r.Practice)).Select(r => new
        {
            r.Practice,
            r.Role,
            Employee = db.Users.Where(a => a.Id == r.AccountId && !a.IsClosed).Select(a => a.DisplayName).FirstOrDefault(),
            Unit = db.Units.Where(u => u.Id == r.UnitId && !u.IsClosed).Select(u => u.Name).FirstOrDefault(),
        }).ToListAsync(cancel);
        return new RoleFillers(rows.Where(r => r.Employee is not null || r.Unit is not null)
            .ToDictionary(r => (r.Practice, r.Role), r => string.Join(", ", new[] { r.Employee, r.Unit }.OfType<string>())));
    }
}
