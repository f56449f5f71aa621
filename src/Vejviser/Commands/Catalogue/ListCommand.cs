using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Cli.Commands.Catalogue;

/// <summary><c>vejviser catalogue list</c>: one row a practice, the municipality's own after the catalogue's.</summary>
internal static class ListCommand
{
    public static Command Build()
    {
        var database = CommonOptions.Database();
        var command = new Command("list", "Every practice, and whether the municipality has adopted it.") { database, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(async (parsed, cancel) =>
        {
            var voice = new CommandVoice(parsed);
            var practices = new EffectivePractices(CatalogueCommands.Shipped);
            await using var db = await CatalogueCommands.OpenAsync(parsed.Address(database), cancel);
            var all = db is null ? practices.Catalogue.Practices : await practices.AllAsync(db, cancel);
            var adopted = db is null ? null
                : await db.PracticeVersions.AsNoTracking().GroupBy(v => v.Practice).Select(g => new { g.Key, Number = g.Max(v => v.Number) }).ToDictionaryAsync(g => g.Key, g => g.Number, cancel);
            int? Adopted(string id) => adopted is not null && adopted.TryGetValue(id, out var number) ? number : null;
            return voice.Answer(
                new JsonArray([.. all.Select(p => new JsonObject
                {
                    ["id"] = p.Id, ["chapter"] = p.Chapter, ["title"] = p.TextsIn(voice.Language).Title, ["page"] = p.Origin.Page == 0 ? null : p.Origin.Page, ["version"] = p.Version, ["adopted"] = Adopted(p.Id),
                })]),
                all.Select(p => $"{p.Id.PadRight(all.Max(a => a.Id.Length))}  {p.Chapter,-13}  {(Adopted(p.Id) is { } number ? voice.Say("practices.adopted", ("number", number)) : "-"),-16}  {p.TextsIn(voice.Language).Title}"));
        });
        return command;
    }
}
