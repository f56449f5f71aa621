using System.Collections.Frozen;
using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands.Law;

/// <summary><c>vejviser law workday</c>: counts workdays by the law alone; a municipality's own closing days stand in its database.</summary>
internal static class WorkdayCommand
{
    public static Command Build()
    {
        var from = CheckedOptions.Date("--from", "The day to count from; it is not counted itself.").Needed();
        var add = CheckedOptions.Number("--add", "How many workdays; negative counts backwards.", least: -10000, most: 10000).Needed();
        return LawCommands.Asking("workday", "The day so many workdays after another.", [from, add], (parsed, voice) =>
        {
            var calendar = LawCommands.Book.CalendarWith(FrozenSet<DateOnly>.Empty);
            var date = calendar.AddWorkdays(parsed.GetValue(from)!.Value, parsed.GetValue(add)!.Value);
            return voice.Answer(new JsonObject { ["date"] = LawCommands.Iso(date) }, [Texts.Show(voice.Language, date)]);
        });
    }
}
