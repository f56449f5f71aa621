using System.CommandLine;
using Vejviser.Cli.Commands.Catalogue;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>Commands on the municipality's own: where there is no such database they say so and make none.</summary>
internal static class OnDatabase
{
    public static async Task<int> RunAsync(ParseResult parsed, Option<string> database, Func<CommandVoice, VejviserDb, Task<int>> answer)
    {
        var (voice, address) = (new CommandVoice(parsed), parsed.Address(database));
        if (address.File is { } file && !File.Exists(file))
            return voice.Refuse(Failure.Of("option.no-database", ("database", Path.GetFileName(file))), CommonOptions.BadInput);
        await using var db = Databases.Open(address);
        return await answer(voice, db);
    }

    public static Task<int> RunAsync(ParseResult parsed, Option<string> database, Func<CommandVoice, VejviserDb, EffectivePractices, Task<int>> answer) =>
        RunAsync(parsed, database, (voice, db) => answer(voice, db, new EffectivePractices(CatalogueCommands.Shipped)));
}
