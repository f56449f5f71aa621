using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Cli.Commands.Catalogue;

/// <summary><c>vejviser catalogue …</c>: the practices as they stand in their files, and as a municipality has them.</summary>
internal static class CatalogueCommands
{
    public static Command Build() => new("catalogue", "The catalogue: its practices, what a municipality made of them, and whether its files are right.")
    {
        ListCommand.Build(),
        ShowCommand.Build(),
        CheckCommand.Build(),
        ExportCommand.Build(),
        ImportCommand.Build(),
    };

    public static PracticeCatalogue Shipped => PracticeCatalogue.Load(Folder);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "catalogue");

    /// <summary>Purposes a consent can be for.</summary>
    public static IReadOnlyList<string> Purposes => new ConsentPurposes(Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"))).All;

    /// <summary>The municipality's database; null where there is none yet: the catalogue can be read without.</summary>
    public static async Task<VejviserDb?> OpenAsync(DatabaseAddress address, CancellationToken cancel)
    {
        if (address.File is { } file && !File.Exists(file))
            return null;
        var db = Databases.Open(address);
        // Asked for by name and not made yet: said like every other command says it.
        await db.PracticeVersions.AnyAsync(cancel);
        return db;
    }

    public static string Say(CommandVoice voice, CatalogueProblem problem) => voice.Say($"catalogue.problem.{problem.Code}", [.. problem.Values.Select(v => (v.Key, v.Value))]);
}
