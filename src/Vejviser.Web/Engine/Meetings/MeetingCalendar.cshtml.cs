using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>
/// The meeting for a calendar. A calendar leaves the house, so the file names nobody and tells nothing: what the meeting is about stands behind its link.
/// Downloaded again after a move, it moves the entry; after a cancellation it takes it away.
/// </summary>
public sealed class MeetingCalendarModel(ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadMeeting.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return NotFound();
        await reads.RecordAsync(Reader.AccountId, "meetings.calendar.export", [new AuditSubject(view.Meeting.PersonId, view.Meeting.HouseholdId, "meeting", Id)], Cancel);
        var isCancelled = view.Meeting.State == MeetingState.Cancelled;
        var calendar = new Calendar { ProductId = "-//Vejviser//Vejviser//DA", Method = isCancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(Event(view, isCancelled));
        return File(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? ""), "text/calendar; charset=utf-8", "vejviser.ics");
    }

    private CalendarEvent Event(MeetingView view, bool isCancelled)
    {
        var (meeting, link) = (view.Meeting, $"{Request.Scheme}://{Request.Host}/meetings/{Id}");
        return new CalendarEvent
        {
            Uid = $"{Id}@vejviser",
            DtStamp = new CalDateTime(Clock.Now()),
            Sequence = meeting.Version,
            Start = new CalDateTime(meeting.StartsAt),
            End = new CalDateTime(meeting.EndsAt),
            Summary = view.Reference is null ? Text["meetings.ics.title"] : $"{Text["meetings.ics.title"]} · {view.Reference}",
            Location = Text.Place(meeting.Where, view.Room),
            Description = link,
            Url = new Uri(link),
            Status = isCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
        };
    }
}
