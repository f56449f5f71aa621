using Microsoft.AspNetCore.Identity;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Bench.Seeding;

/// <summary>The employees and their teams: each team fills one role of the reception plan, and big roles have many teams.</summary>
internal sealed class Staff
{
    public const string Password = "vejviser-bench-2026";
    private const int DepartmentCount = 5;
    private readonly List<(string Role, Unit Unit, List<Account> Members)> teams = [];
    private readonly ILookup<string, (Unit Unit, List<Account> Members)> byRole;

    public Staff(PracticeDefinition practice, Size size, DateTime now)
    {
        var roles = new Ids(now, 9);
        Roles = [.. BuiltInRoles.All.Select(r => Role(roles.Next(), r.Key, r.Value))];
        var units = new Ids(now, 1);
        var departments = Enumerable.Range(1, DepartmentCount).Select(n => new Unit { Id = units.Next(), Name = $"Afdeling {n}" }).ToList();
        foreach (var (role, n) in TeamsByRole(practice, size.Teams))
            teams.Add((role, new Unit { Id = units.Next(), Name = $"{practice.TextsIn("da").Roles[role]} {n}", ParentId = departments[teams.Count % DepartmentCount].Id }, []));
        Units = [.. departments, .. teams.Select(t => t.Unit)];
        Employ(size.Employees, now);
        byRole = teams.ToLookup(t => t.Role, t => (t.Unit, t.Members));
        Fills = [.. byRole.Select(r => new PracticeRole { Practice = practice.Id, Role = r.Key, UnitId = r.First().Unit.Id })];
    }

    public List<Role> Roles { get; }

    public List<Unit> Units { get; }

    public List<Account> Accounts { get; } = [];

    public List<UnitMember> Members { get; } = [];

    public List<RoleAssignment> Assignments { get; } = [];

    public List<PracticeRole> Fills { get; }

    public static string Email(int employee) => $"medarbejder.{employee:000}@bench.example";

    /// <summary>Who does a role's tasks for a household: the same team and employee each time.</summary>
    public (Unit Unit, Account Account) For(string role, int household)
    {
        var here = byRole[role].ToList();
        var (unit, members) = here[household % here.Count];
        return (unit, members[household / here.Count % members.Count]);
    }

    private void Employ(int employees, DateTime now)
    {
        var (ids, given, hash) = (new Ids(now, 2), new Ids(now, 3), new PasswordHasher<Account>().HashPassword(null!, Password));
        for (var n = 0; n < employees; n++)
        {
            var (_, unit, members) = teams[n % teams.Count];
            var email = Email(n);
            var account = new Account
            {
                Id = ids.Next(), UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true,
                DisplayName = $"{Names.Danish(n)} {Names.DanishFamily(n)}", LockoutEnabled = true, PasswordHash = hash, SecurityStamp = $"{n:0000}", ConcurrencyStamp = $"{n:0000}",
            };
            Accounts.Add(account);
            members.Add(account);
            Members.Add(new UnitMember { UnitId = unit.Id, AccountId = account.Id, IsLeader = members.Count == 1 });
            var role = members.Count == 1 ? "Leder" : RoleOf(teams[n % teams.Count].Role);
            Assignments.Add(new RoleAssignment { Id = given.Next(), AccountId = account.Id, RoleId = Roles.First(r => r.Name == role).Id });
        }
    }

    private static string RoleOf(string practiceRole) => practiceRole switch
    {
        "reception-unit" => "Modtagelse",
        "employment-advisor" => "Beskæftigelse",
        "health-coordinator" => "Sundhed",
        _ => "Fagmedarbejder",
    };

    private static Role Role(Guid id, string name, string[] permissions)
    {
        var role = new Role { Id = id, Name = name };
        role.Permissions.AddRange(permissions.Select(p => new RolePermission { RoleId = role.Id, Permission = p }));
        return role;
    }

    /// <summary>Teams in the proportion of the tasks: a step for each person counts as many times as a household has people.</summary>
    private static IEnumerable<(string Role, int Number)> TeamsByRole(PracticeDefinition practice, int count)
    {
        var weights = practice.Steps.GroupBy(s => s.Owner).ToDictionary(g => g.Key, g => g.Sum(s => s.Each == StepEach.Person ? 2.5 : 1));
        var given = weights.ToDictionary(w => w.Key, _ => 1);
        while (given.Values.Sum() < count)
            given[weights.MaxBy(w => w.Value / given[w.Key]).Key]++;
        return given.OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => Enumerable.Range(1, g.Value).Select(n => (g.Key, n)));
    }
}
