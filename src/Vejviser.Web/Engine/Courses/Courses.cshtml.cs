using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>The courses: those running or to come, or those that are over; all or one's own, of one practice or any.</summary>
public sealed class CoursesModel(TaskWords words) : VejviserPage
{
    private const int MostPages = 10_000;

    /// <summary><c>over</c>, <c>all</c>; else those running or to come.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    /// <summary><c>mine</c>; else all.</summary>
    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true, Name = "practice")]
    public string? Practice { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<CourseLine> All { get; private set; } = [];

    public bool HasNext { get; private set; }

    public bool MayEdit => Reader.May(Permissions.CoursesEdit);

    public string PracticeOf(CourseLine line) => line.Practice is { } practice ? words.PracticeTitle(practice) : Text["courses.free"];

    /// <summary>Such as <c>running</c>: the key of the state's words.</summary>
    public string StateOf(CourseLine line) => line switch
    {
        { CalledOffOn: not null } => "called-off",
        _ when line.LastDay < Today => "over",
        _ when line.FirstDay > Today => "coming",
        _ => "running",
    };

    public string Link(int page) => $"/courses?show={Show}&whose={Whose}&practice={Practice}&page-number={page}";

    public string? PracticeTitle => Practice is null ? null : words.PracticeTitle(Practice);

    public async Task OnGetAsync()
    {
        await words.LoadAsync([], Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        var shown = Show switch { "over" => CoursesShown.Over, "all" => CoursesShown.All, _ => CoursesShown.Current };
        var rows = await CourseList.ReadAsync(Db, Reader, new CourseFilter(shown, Whose == "mine", string.IsNullOrEmpty(Practice) ? null : Practice, PageNumber), Clock.Now(), Today, Cancel);
        (All, HasNext) = ([.. rows.Take(CourseList.PageSize)], rows.Count > CourseList.PageSize);
        AddCrumb(Text["courses.title"]);
    }
}
