using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser demo</c>: makes Havneby Kommune where there is none, and serves it.</summary>
internal static class DemoCommand
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var urls = CommonOptions.Urls();
        var command = new Command("demo", "Makes the demo municipality and serves it.") { database, urls, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var address = parsed.Address(database);
            var made = await MakeAsync(address, cancel);
            if (!made.IsSuccess)
                return voice.Refuse(made.Failure, made.Failure.Code == "demo.real" ? CommonOptions.RuleSaidNo : CommonOptions.Failed);
            // Who tries the product out reads where it is and how to get in, nothing else.
            await using var app = VejviserHost.Build(address, [.. ServeCommand.UrlArguments(parsed.GetValue(urls)), "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning"]);
            await ActivatorUtilities.CreateInstance<DemoArrivals>(app.Services).SeedAsync(Path.Combine(AppContext.BaseDirectory, "reference"), cancel);
            return await ServeCommand.RunAsync(app, voice, () => Welcome(parsed.InvocationConfiguration.Output, voice, app.Urls), cancel);
        });
        return command;
    }

    /// <summary>Failure codes: <c>demo.real</c>, and those of <see cref="PrepareDatabase"/>.</summary>
    internal static async Task<Result<Done>> MakeAsync(DatabaseAddress address, CancellationToken cancel)
    {
        // Looked at before anything is changed, a migration included.
        var state = await PrepareDatabase.RunAsync(address, Preparing.Check, cancel);
        if (state.Failure?.Code != "database.missing" && await IsRealAsync(address, cancel))
            return Failure.Of("demo.real");
        var prepared = await PrepareDatabase.RunAsync(address, Preparing.Make, cancel);
        if (!prepared.IsSuccess)
            return prepared.Failure;
        await using var db = Databases.Open(address);
        await DemoMunicipality.SeedAsync(db, TimeProvider.System, cancel);
        return Done.Result;
    }

    private static async Task<bool> IsRealAsync(DatabaseAddress address, CancellationToken cancel)
    {
        await using var db = Databases.Open(address);
        if (!(await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
            return false;
        return await db.Municipalities.AnyAsync(m => !m.IsDemo, cancel)
            || (await db.Users.AnyAsync(cancel) && !await db.Municipalities.AnyAsync(m => m.IsDemo, cancel));
    }

    private static void Welcome(TextWriter output, CommandVoice voice, IEnumerable<string> addresses)
    {
        output.WriteLine(voice.Say("demo.runs", ("address", string.Join(", ", addresses))));
        output.WriteLine();
        output.WriteLine(voice.Say("demo.sign-ins", ("password", DemoMunicipality.Password)));
        var (email, name) = (DemoMunicipality.SignIns.Max(s => s.Email.Length), DemoMunicipality.SignIns.Max(s => s.Name.Length));
        foreach (var signIn in DemoMunicipality.SignIns)
            output.WriteLine($"  {signIn.Email.PadRight(email)}  {signIn.Name.PadRight(name)}  {signIn.Title}");
        output.WriteLine();
        foreach (var partner in new[] { DemoMunicipality.Partner, DemoMunicipality.Mentor, DemoMunicipality.Association })
            output.WriteLine(voice.Say("demo.partner", ("email", partner.Email), ("partner", partner.Title)));
        output.WriteLine(voice.Say("demo.newcomer", ("address", $"{addresses.First()}/my/sign-in/{DemoNewcomer.Link}"), ("code", DemoNewcomer.Code)));
        output.WriteLine();
        output.WriteLine(voice.Say("demo.stop"));
    }
}
