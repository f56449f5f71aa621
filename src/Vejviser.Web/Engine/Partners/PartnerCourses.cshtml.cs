using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Engine.Courses;

namespace Vejviser.Web.Engine.Partners;

/// <summary>The courses a partner holds together with the municipality: its own sessions and the municipality's, week by week, and as a calendar. No names stand here.</summary>
public sealed class PartnerCoursesModel(CourseWords words, ReadAudit reads) : PartnerOwnPage
{
    /// <summary>Any day of the week to show.</summary>
    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    public CourseWords Words => words;

    public DateOnly Monday { get; private set; }

    public IReadOnlyList<SessionLine> Week { get; private set; } = [];

    /// <summary>The partner's own from today on.</summary>
    public IReadOnlyList<SessionLine> Own { get; private set; } = [];

    /// <summary>Its own that have been and of which nobody has noted who came.</summary>
    public IReadOnlyList<SessionLine> NotNoted { get; private set; } = [];

    public CourseGrid Grid => new(Week, Monday, words, Today, IsOneCourse: false) { LinkOf = s => s.PartnerId == Partner ? $"/partner/sessions/{s.MeetingId}" : null };

    public async Task OnGetAsync()
    {
        var all = await PartnerSessions.ShownAsync(Db, Partner, (Day ?? Today).Monday(), Today, Clock.Now(), Cancel);
        await words.LoadAsync(all, Cancel);
        Monday = (Day ?? all.FirstOrDefault(s => s.Day >= Today)?.Day ?? Today).Monday();
        Week = [.. all.Where(s => s.Day >= Monday && s.Day <= Monday.AddDays(6))];
        Own = [.. all.Where(s => s.PartnerId == Partner && s.Day >= Today)];
        NotNoted = [.. all.Where(s => s.PartnerId == Partner && s.State == MeetingState.Planned && s.EndsAt < Clock.Now())];
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Text["partner.courses"]);
    }

    public async Task<IActionResult> OnGetCalendarAsync()
    {
        var all = await PartnerSessions.ReadAsync(Db, Partner, DateOnly.MinValue, Cancel);
        await words.LoadAsync(all, Cancel);
        await reads.RecordAsync(Reader.AccountId, "partner.calendar.export", [new AuditSubject(Entity: "partner", EntityId: Partner)], Cancel);
        return File(CourseCalendar.Write(all, words, Text, s => s.PartnerId == Partner ? $"{Request.Scheme}://{Request.Host}/partner/sessions/{s.MeetingId}" : $"{Request.Scheme}://{Request.Host}/partner/courses", Clock.Now()), CourseCalendar.ContentType, "vejviser.ics");
    }
}
