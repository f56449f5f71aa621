using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>
/// A new course: first which (<c>?practice=&amp;strand=</c>, or <c>?free=true</c>), then its week, filled in from the practice; what it comes to is shown before anything is booked.
/// </summary>
public sealed class CourseNewModel(EffectivePractices practices, PreviewCourse preview, MakeCourse make, LawBook law, CourseWords words) : VejviserPage
{
    private const int UsualWeeks = 10;
    private const int UsualSeats = 12;
    private const int UsualMinutes = 120;
    private const int UsualLeast = 80;

    [BindProperty(Name = "Form")]
    public CourseForm Form { get; set; } = new();

    /// <summary>The practice's own course; null for a free-standing one.</summary>
    public PracticeCourse? Strand { get; private set; }

    public PracticeDefinition? Definition { get; private set; }

    public Guid? VersionId { get; private set; }

    /// <summary>Nothing is chosen yet: which course shall it be?</summary>
    public bool IsChoosing { get; private set; }

    public IReadOnlyList<(PracticeDefinition Practice, PracticeCourse Course)> Choices { get; private set; } = [];

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<PartnerOrganisation> Partners { get; private set; } = [];

    public CoursePlan? Plan { get; private set; }

    /// <summary>The hours of the rooms in the form, by room.</summary>
    public IReadOnlyList<(Room Room, IReadOnlyList<RoomHour> Hours)> FreeHours { get; private set; } = [];

    public CourseWords Words => words;

    public PracticeTexts? Texts => Definition?.TextsIn(Text.Language);

    public int WeeksToLookAt => Strand?.Weeks?.Value ?? Form.Weeks ?? UsualWeeks;

    public async Task<IActionResult> OnGetAsync(string? practice, string? strand, bool free)
    {
        (Form.Practice, Form.Strand) = (string.IsNullOrEmpty(practice) ? null : practice, strand);
        if (!await LoadAsync())
            return NotFound();
        IsChoosing = Strand is null && !free;
        if (IsChoosing)
        {
            Choices = [.. (await practices.AdoptedAsync(Db, Cancel)).Values.Where(p => Form.Practice is null || p.Id == Form.Practice).OrderBy(p => p.ChapterNumber).ThenBy(p => p.Origin.Page).SelectMany(p => p.Courses.Select(c => (p, c)))];
            return Page();
        }

        Form.Leader = Staff.Any(s => s.Id == Reader.AccountId) ? Reader.AccountId : null;
        if (Strand is { } course)
        {
            var fillers = await RoleFillers.ReadAsync(Db, Cancel);
            Form.Title = Texts!.Courses[course.Id].Title;
            Form.Rows = [.. SuggestedWeek.Of(course, role => fillers.Find(Definition!.Id, role)?.AccountId).Select(CourseFormRow.Of)];
            Form.Operator = course.ModulePartners.Count > 0 && OperatorsFor(course) is [var only] ? only.Id : null;
        }
        else
        {
            (Form.Weeks, Form.Seats, Form.Least) = (UsualWeeks, UsualSeats, UsualLeast);
            Form.Rows = [.. Enumerable.Range(0, CourseForm.FreeRows).Select(_ => new CourseFormRow { Minutes = UsualMinutes, Teacher = Form.Leader })];
        }

        return Page();
    }

    public Task<IActionResult> OnPostPreviewAsync() => ReadAsync(async input =>
    {
        var found = await preview.RunAsync(input, Today, Cancel);
        if (!found.IsSuccess)
            return Refused(found.Failure);
        Plan = found.Value;
        return Page();
    });

    /// <summary>When the rooms chosen stand free, in the weeks of the course.</summary>
    public Task<IActionResult> OnPostHoursAsync() => ReadAsync(async input =>
    {
        var chosen = input.Times.Select(t => t.RoomId).OfType<Guid>().ToHashSet();
        var hours = new List<(Room, IReadOnlyList<RoomHour>)>();
        foreach (var room in Rooms.Where(r => chosen.Contains(r.Id)))
            hours.Add((room, await RoomHours.ReadAsync(Db, law, room.Id, input.First, WeeksToLookAt, Cancel)));
        FreeHours = hours;
        if (hours.Count == 0)
            ModelState.AddModelError("", Text["courses.new.choose-room"]);
        return Page();
    });

    public Task<IActionResult> OnPostMakeAsync() => ReadAsync(async input =>
    {
        var made = await make.RunAsync(input, Reader, Audit("courses.make"), Cancel);
        if (!made.IsSuccess)
            return Refused(made.Failure);
        Tell(Text["courses.new.made", ("count", made.Value.Sessions)] + (made.Value.LeftOut.Count > 0 ? " " + Text.Count("courses.new.left-out", made.Value.LeftOut.Count) : ""));
        return LocalRedirect($"/courses/{made.Value.CourseId}");
    });

    /// <summary>The partner organisations a practice's modules can be held by: those of the kind the practice names.</summary>
    public IReadOnlyList<PartnerOrganisation> OperatorsFor(PracticeCourse course)
    {
        var kinds = course.ModulePartners.Values.Select(id => Definition!.Partners.First(p => p.Id == id).Kind).ToHashSet();
        return [.. Partners.Where(p => kinds.Count == 0 || kinds.Contains(p.Kind))];
    }

    /// <summary>The practice's own minutes; null where it leaves them to whoever makes the course.</summary>
    public int? MinutesOf(CourseFormRow row) => Strand?.Sessions.FirstOrDefault(s => s.Id == row.Kind)?.Minutes?.Value;

    private async Task<IActionResult> ReadAsync(Func<NewCourse, Task<IActionResult>> then)
    {
        if (!await LoadAsync())
            return NotFound();
        KeepToThePractice();
        if (Unreadable.Tell(this))
            return Page();
        if (Form.Missing is { } missing)
        {
            ModelState.AddModelError("", Text[missing]);
            return Page();
        }

        return await then(Form.ToInput(Reader.AccountId));
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Refused(Failure failure)
    {
        TellFailure(failure);
        return Page();
    }

    /// <summary>What a row is of stands in the practice: kinds it does not know, and what they teach, are not taken from the form.</summary>
    private void KeepToThePractice()
    {
        if (Strand is null)
            return;
        Form.Rows.RemoveAll(r => Strand.Sessions.All(s => s.Id != r.Kind));
        foreach (var row in Form.Rows)
        {
            var session = Strand.Sessions.First(s => s.Id == row.Kind);
            (row.Minutes, row.TeachesModules) = (MinutesOf(row) ?? row.Minutes, Strand.TeachesModules(session));
        }
    }

    /// <returns>False where the practice is not adopted or has no such course.</returns>
    private async Task<bool> LoadAsync()
    {
        Staff = await ReadStaff.RunAsync(Db, Cancel);
        Rooms = await Db.Rooms.AsNoTracking().Where(r => !r.IsClosed).OrderBy(r => r.Name).ToListAsync(Cancel);
        Partners = await Db.PartnerOrganisations.AsNoTracking().Where(p => !p.IsClosed).OrderBy(p => p.Name).ToListAsync(Cancel);
        AddCrumb(Text["courses.title"], "/courses");
        AddCrumb(Text["courses.new.title"]);
        if (Form.Practice is null || Form.Strand is null)
            return true;
        if (await EffectivePractices.NewestAsync(Db, Form.Practice, Cancel) is not { } version)
            return false;
        (VersionId, Definition) = (version.Id, await practices.OfAsync(Db, version, Cancel));
        Strand = Definition.Courses.FirstOrDefault(c => c.Id == Form.Strand);
        await words.LoadAsync([version.Id], Cancel);
        return Strand is not null;
    }
}
