using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Seeding;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Bench.Load;

/// <summary>An employee of the big municipality.</summary>
internal sealed record Employee(Guid Id, string Email)
{
    /// <summary>So many employees of all teams, each with more open tasks than a page holds.</summary>
    public static async Task<List<Employee>> BusyAsync(DatabaseAddress address, int count)
    {
        await using var db = Databases.Open(address);
        return await db.Users.Where(a => db.PlanTasks.Count(t => t.State == TaskState.Open && t.OwnerAccountId == a.Id) > WorkSql.PageSize)
            .OrderBy(a => a.Email).Take(count).Select(a => new Employee(a.Id, a.Email!)).ToListAsync();
    }

    /// <summary>So many who hold a role, such as <c>Leder</c>.</summary>
    public static async Task<List<Employee>> InRoleAsync(DatabaseAddress address, string role, int count)
    {
        await using var db = Databases.Open(address);
        return await db.RoleAssignments.Where(a => db.AccessRoles.Any(r => r.Id == a.RoleId && r.Name == role)).Join(db.Users, a => a.AccountId, u => u.Id, (_, u) => u)
            .OrderBy(a => a.Email).Take(count).Select(a => new Employee(a.Id, a.Email!)).ToListAsync();
    }

    public Task<string> SignInAsync(Uri server) => Session.SignInAsync(server, Email, Staff.Password);
}
