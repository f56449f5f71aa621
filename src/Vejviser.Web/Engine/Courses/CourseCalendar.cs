using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>Sessions for a calendar, the municipality's or the partner's. It names no participant: a calendar leaves the house.</summary>
internal static class CourseCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <param name="linkOf">The address of a session for who reads the calendar.</param>
    public static byte[] Write(IEnumerable<SessionLine> sessions, CourseWords words, PageTexts text, Func<SessionLine, string> linkOf, DateTime now)
    {
        var calendar = new Calendar { ProductId = "-//Vejviser//Vejviser//DA", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", text["courses.calendar-name"]);
        foreach (var line in sessions)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{line.MeetingId}@vejviser",
                DtStamp = new CalDateTime(now),
                Sequence = line.Version,
                Start = new CalDateTime(line.StartsAt),
                End = new CalDateTime(line.EndsAt),
                Summary = words.Module(line) is { } module ? $"{line.Course}: {words.Kind(line)}, {module}" : $"{line.Course}: {words.Kind(line)}",
                Location = line.Room,
                Description = $"{words.Responsible(line)}\n{linkOf(line)}",
                Url = new Uri(linkOf(line)),
                Status = line.State == MeetingState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            });
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }
}
