using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>A week's timetable of all courses, one's own sessions, one course or one room; on paper as well.</summary>
public sealed class CourseWeekPageModel(CourseWords words) : VejviserPage
{
    /// <summary>Any day of the week; today's where none is given.</summary>
    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true, Name = "course")]
    public Guid? Course { get; set; }

    [BindProperty(SupportsGet = true, Name = "room")]
    public Guid? Room { get; set; }

    public DateOnly Monday { get; private set; }

    public CourseWords Words => words;

    public IReadOnlyList<SessionLine> Sessions { get; private set; } = [];

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public string? CourseTitle { get; private set; }

    public string Link(int weeks) => $"/courses/week?day={Monday.AddDays(7 * weeks):yyyy-MM-dd}&whose={Whose}&course={Course}&room={Room}";

    public async Task OnGetAsync()
    {
        Monday = (Day ?? Today).Monday();
        Sessions = await CourseWeek.ReadAsync(Db, Reader, new WeekFilter(Monday, Whose == "mine", Course, Room), Cancel);
        await words.LoadAsync(Sessions, Cancel);
        Rooms = await Db.Rooms.AsNoTracking().Where(r => !r.IsClosed || r.Id == Room).OrderBy(r => r.Name).ToListAsync(Cancel);
        CourseTitle = Course is { } id ? await Db.Courses.Where(c => c.Id == id).Select(c => c.Title).SingleOrDefaultAsync(Cancel) : null;
        AddCrumb(Text["courses.title"], "/courses");
        if (CourseTitle is not null)
            AddCrumb(CourseTitle, $"/courses/{Course}");
        AddCrumb(Text["courses.week.title"]);
    }
}
