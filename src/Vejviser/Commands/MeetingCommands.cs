using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser meetings preview</c>: every day the meetings of a practice fall on.</summary>
internal static class MeetingCommands
{
    private const int MostYears = 20;

    public static Command Build() => new("meetings", "Meetings: the days a practice's series and chains fall on.") { Preview() };

    private static Command Preview()
    {
        var practice = new Argument<string>("practice") { Description = "The practice's id, such as refugees-as-volunteers." };
        var from = CheckedOptions.Date("--from", "The first day; what returns is counted from it.").Needed();
        var to = CheckedOptions.Date("--to", "The last day.").Needed();
        var command = new Command("preview", "Every day and time of a practice's series and chains in a period.") { practice, from, to, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            if (PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")).Find(parsed.GetValue(practice)!) is not { } definition)
                return voice.Refuse(Failure.Of("practices.unknown", ("practice", parsed.GetValue(practice))), CommonOptions.BadInput);
            var (first, last) = (parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value);
            if (last < first || last > first.AddYears(MostYears))
                return voice.Refuse(Failure.Of("option.no-period", ("years", MostYears)), CommonOptions.BadInput);
            var law = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));
            var days = MeetingPreview.Compute(definition, first, last, law.CalendarWith(new HashSet<DateOnly>()));
            var holidays = days.Select(d => d.Date.Year).Distinct().SelectMany(law.PublicHolidays).DistinctBy(h => h.Date).ToDictionary(h => h.Date, h => h.Name.In(voice.Language));
            var titles = definition.TextsIn(voice.Language).Meetings;
            return voice.Answer(
                new JsonArray([.. days.Select(d => new JsonObject
                {
                    ["meeting"] = d.Meeting.Id, ["title"] = titles[d.Meeting.Id].Title, ["kind"] = Kebab(d.Meeting.Kind), ["date"] = Iso(d.Date),
                    ["at"] = d.Meeting.At?.ToString("HH:mm", CultureInfo.InvariantCulture), ["minutes"] = d.Meeting.Minutes?.Value, ["room"] = Kebab(d.Meeting.Room),
                    ["interpreter"] = Kebab(d.Meeting.Interpreter), ["cycle"] = d.Cycle?.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    ["holiday"] = holidays.GetValueOrDefault(d.Date),
                })]),
                days.Select(d => $"{Texts.Show(voice.Language, d.Date)} {d.Meeting.At?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "     "}  {titles[d.Meeting.Id].Title}{(d.Cycle is { } c ? $" ({c.ToString("yyyy-MM", CultureInfo.InvariantCulture)})" : "")}{(holidays.TryGetValue(d.Date, out var holiday) ? $" – {holiday}" : "")}"));
        });
        return command;
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Kebab<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
