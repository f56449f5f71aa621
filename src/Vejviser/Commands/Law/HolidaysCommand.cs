using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law holidays</c>: the public holidays of a year.</summary>
internal static class HolidaysCommand
{
    public static Command Build()
    {
        var year = CheckedOptions.Number("--year", "The year.", least: 1900, most: 2199).Needed();
        return LawCommands.Asking("holidays", "The public holidays of a year.", [year], (parsed, voice) =>
        {
            var days = LawCommands.Book.PublicHolidays(parsed.GetValue(year)!.Value);
            return voice.Answer(
                new JsonArray([.. days.Select(d => new JsonObject { ["date"] = LawCommands.Iso(d.Date), ["name"] = d.Name.In(voice.Language) })]),
                days.Select(d => $"{Texts.Show(voice.Language, d.Date)}  {d.Name.In(voice.Language)}"));
        });
    }
}
