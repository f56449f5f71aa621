using System.CommandLine;
using System.Text.Json.Nodes;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law names</c>: what the law calls programme, contract, declaration, benefit and employment unit on a day.</summary>
internal static class NamesCommand
{
    public static Command Build()
    {
        var date = CheckedOptions.Date("--date", "The day asked about.").Needed();
        return LawCommands.Asking("names", "What the law calls things on a day.", [date], (parsed, voice) =>
        {
            var names = LawCommands.Book.Names(parsed.GetValue(date)!.Value, voice.Language).All.ToArray();
            return voice.Answer(
                new JsonArray([.. names.Select(n => new JsonObject { ["id"] = n.Id, ["name"] = n.Name.In(voice.Language) }.With(n.Ground, voice))]),
                [
                    .. names.Select(n => $"{voice.Say($"law.names.{n.Id}")}: {n.Name.In(voice.Language)} ({n.Ground.Source})"
                        + (n.Ground.Unverified ? $" {voice.Say("law.unverified")}" : "")),
                    voice.Say("law.advice"),
                ]);
        });
    }
}
