using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Data.Seeding;

/// <summary>The roles a new municipality begins with. They are data from then on: renamed, changed and added to on the roles page.</summary>
public static class BuiltInRoles
{
    private static readonly string[] Staff =
        [Permissions.Work, Permissions.PeopleRead, Permissions.PlansRead, Permissions.PlansWork, Permissions.MeetingsRead, Permissions.MeetingsEdit, Permissions.CoursesRead, Permissions.CoursesAttend, Permissions.PracticesRead, Permissions.OrganisationRead, Permissions.LawRead, Permissions.MessagesRead, Permissions.InitiativesRead];

    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Administrator"] = [.. Permissions.All.Except([Permissions.PeopleAll, Permissions.Health, Permissions.ProtectedAddress])],
        ["Modtagelse"] = [.. Staff, Permissions.CoursesEdit, Permissions.InitiativesEdit, Permissions.MessagesSend, Permissions.NewcomerAccess, Permissions.PeopleEdit, Permissions.PeopleMerge, Permissions.PeopleAll, Permissions.Cpr, Permissions.ProtectedAddress, Permissions.PlansEdit, Permissions.Export, Permissions.Import, Permissions.AuditPerson, Permissions.Interpreters, Permissions.HousingRead, Permissions.Pairs, Permissions.HealthRead, Permissions.HealthEdit, Permissions.MinorsRead],
        ["Beskæftigelse"] = [.. Staff, Permissions.CoursesEdit, Permissions.MessagesSend, Permissions.InitiativesEdit, Permissions.NewcomerAccess, Permissions.PeopleEdit, Permissions.Cpr, Permissions.PlansEdit, Permissions.Export, Permissions.AuditPerson, Permissions.BreakGlass, Permissions.Pairs, Permissions.HealthRead],
        ["Fagmedarbejder"] = [.. Staff, Permissions.CoursesEdit, Permissions.MessagesSend, Permissions.InitiativesEdit, Permissions.BreakGlass],
        ["Bolig"] = [.. Staff, Permissions.CoursesEdit, Permissions.MessagesSend, Permissions.InitiativesEdit, Permissions.BreakGlass, Permissions.Export, Permissions.HousingRead, Permissions.HousingEdit, Permissions.HousingDecide, Permissions.HousingHosts],
        ["Sundhed"] = [.. Staff, Permissions.MessagesSend, Permissions.Health, Permissions.BreakGlass, Permissions.Export, Permissions.CoursesEdit, Permissions.HealthRead, Permissions.HealthEdit, Permissions.HealthDecide],
        ["Børn og unge"] = [.. Staff, Permissions.CoursesEdit, Permissions.MessagesSend, Permissions.InitiativesEdit, Permissions.BreakGlass, Permissions.Export, Permissions.MinorsRead, Permissions.MinorsEdit, Permissions.MinorsDecide],
        ["Leder"] = [.. Staff, Permissions.CoursesEdit, Permissions.MessagesSend, Permissions.InitiativesEdit, Permissions.MessagesTemplates, Permissions.PeopleAll, Permissions.PlansEdit, Permissions.Export, Permissions.Managers, Permissions.PracticesAdapt, Permissions.AuditPerson, Permissions.AuditAll, Permissions.Interpreters, Permissions.HousingRead, Permissions.HousingEdit, Permissions.HousingDecide, Permissions.HousingHosts, Permissions.Pairs, Permissions.HealthRead, Permissions.HealthEdit, Permissions.HealthDecide, Permissions.MinorsRead, Permissions.MinorsEdit, Permissions.MinorsDecide],
        ["Partner"] = [Permissions.Partner, Permissions.Volunteer],
        ["Frivillig"] = [Permissions.Volunteer],
    };

    /// <summary>Gives a municipality that has no role the first ones.</summary>
    public static async Task BeginAsync(VejviserDb db, DateTime now, CancellationToken cancel)
    {
        if (await db.AccessRoles.AnyAsync(cancel))
            return;
        var roles = All.Select(r => Make(r.Key, r.Value)).ToList();
        db.AddRange(roles);
        await db.SaveAsync(new AuditContext(null, "access.begin-roles", now), [.. roles.Select(r => new AuditSubject(Entity: "role", EntityId: r.Id))], cancel);
    }

    internal static Role Make(string name, IEnumerable<string> permissions)
    {
        var role = new Role { Name = name };
        role.Permissions.AddRange(permissions.Select(p => new RolePermission { RoleId = role.Id, Permission = p }));
        return role;
    }
}
