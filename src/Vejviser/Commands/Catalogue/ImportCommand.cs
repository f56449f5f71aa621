using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Cli.Commands.Catalogue;

/// <summary><c>vejviser catalogue import</c>: brings a practice in from a file; <c>--dry-run</c> only looks it through.</summary>
internal static class ImportCommand
{
    private static readonly string[] RuleCodes = ["practices.nothing-changed", "practices.published-meanwhile", "practices.written-meanwhile", "practices.id-of-catalogue", "practices.other-catalogue-version"];

    public static Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "The file another municipality handed on." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Looks the file through and saves nothing." };
        var database = CommonOptions.Database();
        var command = new Command("import", "Brings a practice in from a file: as an own practice, or as the next version of one of the catalogue's.")
        {
            file, dryRun, database, CommandVoice.JsonOption, CommandVoice.LanguageOption,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var (voice, from) = (new CommandVoice(parsed), parsed.GetValue(file)!);
            if (!from.Exists)
                return voice.Refuse(Failure.Of("practices.file-missing"), CommonOptions.BadInput);
            if (parsed.Address(database) is { File: { } missing } && !File.Exists(missing))
                return voice.Refuse(Failure.Of("option.no-database", ("database", Path.GetFileName(missing))), CommonOptions.BadInput);
            var bundle = from.Length > PracticeBundle.MostBytes
                ? Failure.Of("practices.file-too-large", ("most", PracticeBundle.MostBytes / 1024))
                : PracticeBundle.Read(await File.ReadAllBytesAsync(from.FullName, cancel));
            if (!bundle.IsSuccess)
                return voice.Refuse(bundle.Failure, CommonOptions.BadInput);
            await using var services = Services(parsed.Address(database));
            await using var scope = services.CreateAsyncScope();
            return await TakeAsync(scope.ServiceProvider.GetRequiredService<TakePractice>(), bundle.Value, parsed.GetValue(dryRun), voice, cancel);
        });
        return command;
    }

    private static async Task<int> TakeAsync(TakePractice take, PracticeBundle bundle, bool isDryRun, CommandVoice voice, CancellationToken cancel)
    {
        var preview = await take.PreviewAsync(bundle, cancel);
        if (!preview.IsSuccess)
            return voice.Refuse(preview.Failure, ExitCodeOf(preview.Failure));
        var found = preview.Value;
        var problems = found.Problems.Select(p => $"{p.File}:{p.Line}: {CatalogueCommands.Say(voice, p)}").ToList();
        int? version = found.Definition?.Version;
        if (found.Definition is not null && !isDryRun)
        {
            var taken = await take.RunAsync(bundle, voice.Say("practices.file.note"), new AuditContext(null, "practices.take", TimeProvider.System.Now()), cancel);
            if (!taken.IsSuccess)
                return voice.Refuse(taken.Failure, ExitCodeOf(taken.Failure));
            version = taken.Value.Version;
        }

        var title = found.Definition?.TextsIn(voice.Language).Title;
        return voice.Answer(
            new JsonObject
            {
                ["practice"] = found.Practice, ["title"] = title, ["version"] = version, ["changes"] = found.IsChanges, ["dryRun"] = isDryRun,
                ["problems"] = new JsonArray([.. problems.Select(p => JsonValue.Create(p))]),
            },
            title is null ? problems : [voice.Say(isDryRun ? "catalogue.import.would-take" : "catalogue.import.taken", ("title", title), ("number", version))],
            title is null ? CommonOptions.BadInput : CommonOptions.Ok);
    }

    private static ServiceProvider Services(DatabaseAddress address) => new ServiceCollection()
        .AddVejviserData(address).AddSingleton(_ => CatalogueCommands.Shipped).AddSingleton(_ => Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts")))
        .AddSingleton<ConsentPurposes>().AddSingleton<EffectivePractices>().AddScoped<PublishPracticeVersion>().AddScoped<TakePractice>().BuildServiceProvider();

    private static int ExitCodeOf(Failure failure) => RuleCodes.Contains(failure.Code) ? CommonOptions.RuleSaidNo : CommonOptions.BadInput;
}
