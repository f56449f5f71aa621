using Ical.Net;
using Ical.Net.DataTypes;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>When a meeting is held, in words: <c>3 uger efter starten</c>, <c>hver 4. uge, torsdag</c>.</summary>
public static class MeetingWords
{
    public static string When(this PageTexts text, PracticeMeeting meeting, PracticeDefinition definition)
    {
        var day = meeting.RuleInForce is { } rule ? text.Returning(rule) : meeting.Due is { } due ? text.Due(due, definition) : "";
        var parts = new[]
        {
            day,
            meeting.At is { } at ? text["practices.meeting.at", ("time", at.ToString(text.Language == "da" ? "HH.mm" : "HH:mm", System.Globalization.CultureInfo.InvariantCulture))] : null,
            meeting.Minutes is { } minutes ? text.Count("practices.meeting.minutes", minutes.Value) : null,
        };
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>What the rules of the catalogue say: every so many days, weeks or months, on which days, how many times.</summary>
    public static string Returning(this PageTexts text, string rule)
    {
        var recurrence = new RecurrenceRule(rule);
        var key = recurrence.Frequency switch { FrequencyType.Daily => "day", FrequencyType.Weekly => "week", FrequencyType.Monthly => "month", _ => "year" };
        var every = recurrence.Interval == 1 ? text[$"practices.meeting.every.{key}"] : text[$"practices.meeting.every-nth.{key}", ("n", recurrence.Interval)];
        var days = text.AllOf(recurrence.ByDay.Select(d => d.Offset is { } nth and not 0 ? $"{text[$"practices.due.nth-word.{nth}"]} {text.Weekday(d.DayOfWeek)}" : text.Weekday(d.DayOfWeek)));
        var times = recurrence.Count is { } count and > 0 ? text.Count("practices.meeting.times", count) : "";
        return string.Join(", ", new[] { days.Length == 0 ? every : $"{every}, {days}", times }.Where(p => p.Length > 0));
    }

    /// <summary>Whom it invites, where, and whether with an interpreter.</summary>
    public static string Setting(this PageTexts text, PracticeMeeting meeting) => string.Join(" · ", new[]
    {
        text[$"practices.meeting.invites.{PlanWords.Kebab(meeting.Invites)}"],
        text[$"practices.meeting.room.{PlanWords.Kebab(meeting.Room)}"],
        meeting.Interpreter == MeetingInterpreter.None ? null : text[$"practices.meeting.interpreter.{PlanWords.Kebab(meeting.Interpreter)}"],
    }.OfType<string>());
}
