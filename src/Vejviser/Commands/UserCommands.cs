using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser user add</c>: the first administrator, and whoever cannot wait for one. The one-time password is made here and printed once.</summary>
internal static class UserCommands
{
    public static Command Build()
    {
        var email = new Argument<string>("email") { Description = "What the user signs in with." };
        var name = new Option<string>("--name") { Description = "Full name.", Required = true };
        var role = new Option<string>("--role") { Description = "A role by its name, such as Administrator.", Required = true };
        var unit = new Option<string?>("--unit") { Description = "The unit the user belongs to and the role holds in; left out, the role holds in the whole municipality." };
        var database = CommonOptions.Database();
        var add = new Command("add", "Opens an account and prints its one-time password.") { email, name, role, unit, database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        add.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var address = parsed.Address(database);
            if (address.File is { } file && !File.Exists(file))
                return voice.Refuse(Failure.Of("user.no-database", ("file", file)), CommonOptions.BadInput);
            await using var db = Databases.Open(address);
            await Databases.MigrateAsync(db, cancel);
            var added = await AddAsync(db, parsed.GetValue(email)!, parsed.GetValue(name)!, parsed.GetValue(role)!, parsed.GetValue(unit), cancel);
            if (!added.IsSuccess)
                return voice.Refuse(added.Failure, added.Failure.Code is "access.email-taken" ? CommonOptions.RuleSaidNo : CommonOptions.BadInput);
            var (account, password) = added.Value;
            return voice.Answer(
                new JsonObject { ["account"] = account.ToString(), ["email"] = parsed.GetValue(email), ["password"] = password },
                [voice.Say("user.added", ("email", parsed.GetValue(email))), password]);
        });
        return new Command("user", "Accounts.") { add };
    }

    private static async Task<Result<AddAccount.Outcome>> AddAsync(VejviserDb db, string email, string name, string role, string? unit, CancellationToken cancel)
    {
        await BuiltInRoles.BeginAsync(db, TimeProvider.System.Now(), cancel);
        var roles = await db.AccessRoles.AsNoTracking().OrderBy(r => r.Name).ToListAsync(cancel);
        if (roles.Find(r => string.Equals(r.Name, role, StringComparison.CurrentCultureIgnoreCase)) is not { } given)
            return Failure.Of("user.unknown-role", ("role", role), ("roles", string.Join(", ", roles.Select(r => r.Name))));
        var units = unit is null ? [] : (await db.Units.AsNoTracking().Where(u => !u.IsClosed).ToListAsync(cancel)).FindAll(u => string.Equals(u.Name, unit, StringComparison.CurrentCultureIgnoreCase));
        if (unit is not null && units.Count != 1)
            return Failure.Of(units.Count == 0 ? "user.unknown-unit" : "user.many-units", ("unit", unit));
        Guid? place = units.Count == 1 ? units[0].Id : null;
        var input = new AddAccount.Input(email, name, MemberOf: place, RoleId: given.Id, RoleUnitId: place);
        return await AddAccount.RunAsync(db, input, Reader.System, new AuditContext(null, "access.add-account", TimeProvider.System.Now()), cancel);
    }
}
