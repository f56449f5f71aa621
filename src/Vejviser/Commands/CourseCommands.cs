using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser courses preview</c>: the timetable a practice's course would have.</summary>
internal static class CourseCommands
{
    public static Command Build() => new("courses", "Courses: the timetable a practice's course would have.") { Preview() };

    private static Command Preview()
    {
        var practice = new Argument<string>("practice") { Description = "The practice's id, such as fast-track." };
        var course = new Argument<string>("course") { Description = "The course's id in the practice." };
        var from = CheckedOptions.Date("--from", "The first day of the first week.").Needed();
        var command = new Command("preview", "Every session of a practice's course in its suggested week, from a day on.") { practice, course, from, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        command.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            if (PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")).Find(parsed.GetValue(practice)!) is not { } definition)
                return voice.Refuse(Failure.Of("practices.unknown", ("practice", parsed.GetValue(practice))), CommonOptions.BadInput);
            if (definition.Courses.FirstOrDefault(c => c.Id == parsed.GetValue(course)) is not { Sessions.Count: > 0 } strand)
                return voice.Refuse(Failure.Of("courses.unknown-strand"), CommonOptions.BadInput);
            var timetable = Generate(strand, parsed.GetValue(from)!.Value);
            var texts = definition.TextsIn(voice.Language);
            return voice.Answer(ToJson(timetable, strand), timetable.Sessions.Select(s => Line(s, strand, texts, voice.Language)));
        });
        return command;
    }

    private static PlannedTimetable Generate(PracticeCourse course, DateOnly first)
    {
        var law = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));
        var pattern = new CoursePattern(first, CourseLength.Of(course), SuggestedWeek.Of(course, _ => null), [.. course.Modules.Select(m => new CourseModule(m))]);
        return CourseTimetable.Generate(pattern, CourseTimetable.Days(pattern).Select(d => d.Year).Distinct().SelectMany(law.PublicHolidays).Select(h => h.Date).ToHashSet());
    }

    private static JsonObject ToJson(PlannedTimetable timetable, PracticeCourse course) => new()
    {
        ["sessions"] = new JsonArray([.. timetable.Sessions.Select(s => new JsonObject
        {
            ["number"] = s.Number, ["date"] = Iso(s.Day), ["at"] = At(s), ["minutes"] = s.Time.Minutes, ["kind"] = s.Time.Kind, ["module"] = s.Module?.Id,
            ["partner"] = s.Module is { } module ? course.ModulePartners.GetValueOrDefault(module.Id) : null,
        })]),
        ["leftOut"] = new JsonArray([.. timetable.LeftOut.Select(d => JsonValue.Create(Iso(d)))]),
    };

    private static string Line(PlannedSession session, PracticeCourse course, PracticeTexts texts, string language)
    {
        var words = texts.Courses[course.Id];
        var partner = session.Module is { } about && course.ModulePartners.TryGetValue(about.Id, out var id) ? $" ({texts.Partners[id].Name})" : "";
        return $"{Texts.Show(language, session.Day)} {At(session)}  {words.Sessions[session.Time.Kind]}{(session.Module is { } module ? $": {words.Modules[module.Id]}{partner}" : "")}";
    }

    private static string At(PlannedSession session) => session.Time.At.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
