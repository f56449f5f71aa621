using System.Globalization;
using System.Text.RegularExpressions;
using Ical.Net.DataTypes;

namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads the meetings and courses of a practice.</summary>
internal sealed partial class MeetingReader(DefinitionScope scope)
{
    [GeneratedRegex(@"\$\{[a-z0-9-]+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SettingInRule { get; }

    public List<PracticeMeeting> Meetings(Fields definition)
    {
        var all = scope.Items(definition, "meetings").ToList();
        foreach (var fields in all)
            scope.DeclareOne("meeting", fields.Id(), fields.Line);
        scope.DeclareTogether("date", "anchor", "meeting");
        return [.. all.Select(Meeting).OfType<PracticeMeeting>()];
    }

    private PracticeMeeting? Meeting(Fields fields)
    {
        var id = fields.Id();
        var kind = fields.Word<MeetingKind>("kind", isRequired: true) ?? MeetingKind.Single;
        var isReturning = kind is MeetingKind.Series or MeetingKind.OpenHouse;
        var due = DueRuleReader.Read(isReturning ? fields.Take("due") : fields.Require("due"), scope, "date");
        var rule = Rule(fields, isReturning);
        if (isReturning && due is not null)
            scope.Problems.Add("meeting-due-and-rule", fields.LineOf("due"));
        var meeting = new PracticeMeeting(
            id ?? "", kind, due, rule, Time(fields), scope.Figure(fields, "minutes"), scope.Refer("role", fields.Ids("with", true)),
            fields.Word<MeetingGuests>("invites", isRequired: true) ?? MeetingGuests.Person, scope.Refer("partner", fields.Ids("partners")),
            fields.Word<MeetingInterpreter>("interpreter") ?? MeetingInterpreter.None, fields.Word<MeetingRoom>("room") ?? MeetingRoom.OnSite)
        {
            Step = scope.Refer("step", fields.Text("step"), fields.LineOf("step")), BooksItself = fields.YesNo("books-itself") ?? false,
            GroupBy = fields.Word<MeetingGrouping>("group-by") ?? MeetingGrouping.None, GathersPoints = fields.YesNo("gathers-points") ?? false,
        };
        fields.Close();
        return id is null ? null : meeting;
    }

    private RecurrenceText? Rule(Fields fields, bool isReturning)
    {
        if (fields.Text("rule", isRequired: isReturning) is not { } text)
            return null;
        var line = fields.LineOf("rule");
        if (!isReturning)
            scope.Problems.Add("rule-without-series", line);
        var parts = new List<(string, Figure?)>();
        var at = 0;
        foreach (var match in SettingInRule.EnumerateMatches(text))
        {
            parts.Add((text[at..match.Index], scope.Figure(text.Substring(match.Index, match.Length), line)));
            at = match.Index + match.Length;
        }

        parts.Add((text[at..], null));
        var rule = new RecurrenceText(parts);
        try
        {
            _ = new RecurrenceRule(rule.InForce);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidOperationException)
        {
            scope.Problems.Add("not-a-recurrence", line, ("rule", rule.InForce));
        }

        return rule;
    }

    private TimeOnly? Time(Fields fields)
    {
        if (fields.Text("at") is not { } text)
            return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        scope.Problems.Add("not-a-time", fields.LineOf("at"), ("value", text));
        return null;
    }

    public List<PracticeCourse> Courses(Fields definition)
    {
        var courses = new List<PracticeCourse>();
        foreach (var fields in scope.Items(definition, "courses"))
        {
            var id = fields.Id();
            var (weeks, days) = (scope.Figure(fields, "weeks"), scope.Figure(fields, "days"));
            if (weeks is null == days is null)
                scope.Problems.Add("weeks-or-days", fields.Line);
            var modules = Modules(fields);
            var course = new PracticeCourse(
                id ?? "", weeks, days, scope.Figure(fields, "seats"), fields.Word<CourseIntake>("intake") ?? CourseIntake.Fixed, [.. modules.Select(m => m.Id)], Sessions(fields), fields.YesNo("certificate") ?? false)
            {
                If = ConditionReader.Read(fields.Take("if"), scope),
                AttendanceLeast = scope.Figure(fields, "attendance-least"),
                ModulePartners = modules.Where(m => m.Partner is not null).ToDictionary(m => m.Id, m => m.Partner!, StringComparer.Ordinal),
            };
            fields.Close();
            scope.DeclareOne("course", id, fields.Line);
            if (id is not null)
                courses.Add(course);
        }

        return courses;
    }

    /// <summary>An id, or <c>{ id: …, partner: … }</c> where a partner is responsible for it.</summary>
    private List<(string Id, string? Partner)> Modules(Fields course)
    {
        var modules = new List<(string Id, string? Partner)>();
        if (course.Take("modules") is not { } item)
            return modules;
        if (item is not YamlList list)
            scope.Problems.Add("not-a-list", item.Line, ("key", "modules"));
        foreach (var entry in (item as YamlList)?.Items ?? [])
        {
            var (id, partner) = entry is YamlText word ? (word.Value, null) : Module(Fields.Of(entry, scope.Problems));
            if (id is not null && !Fields.IsId(id))
                scope.Problems.Add("not-an-id", entry.Line, ("id", id));
            else if (modules.Exists(m => m.Id == id))
                scope.Problems.Add("duplicate-id", entry.Line, ("id", id));
            else if (id is not null)
                modules.Add((id, partner));
        }

        return modules;
    }

    private (string? Id, string? Partner) Module(Fields fields)
    {
        var module = (fields.Id(), scope.Refer("partner", fields.Text("partner", isRequired: true), fields.LineOf("partner")));
        fields.Close();
        return module;
    }

    private List<PracticeSession> Sessions(Fields course)
    {
        var sessions = new List<PracticeSession>();
        foreach (var fields in scope.Items(course, "sessions"))
        {
            var (id, perWeek, minutes) = (fields.Id(), scope.Figure(fields, "per-week", isRequired: true), scope.Figure(fields, "minutes"));
            var ledBy = scope.Refer("role", fields.Text("led-by", true), fields.LineOf("led-by"));
            var teaches = fields.YesNo("teaches-modules") ?? false;
            fields.Close();
            if (id is not null)
                sessions.Add(new PracticeSession(id, perWeek ?? 0, minutes, ledBy ?? "") { TeachesModules = teaches });
        }

        return sessions;
    }
}
