using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>The certificates of those who attended enough, a sheet each, for the printer.</summary>
public sealed class CourseCertificatesModel(CourseWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>One person's alone; null for all.</summary>
    [BindProperty(SupportsGet = true, Name = "person")]
    public Guid? Person { get; set; }

    public CourseView View { get; private set; } = null!;

    public CourseWords Words => words;

    public string Municipality { get; private set; } = "";

    public IReadOnlyList<PlaceLine> Certified { get; private set; } = [];

    /// <summary>Those whose attendance does not suffice, of all who had a seat.</summary>
    public IReadOnlyList<PlaceLine> Short => [.. View.Places.Where(p => p is { InLine: null, LeftOn: null } && !p.Attendance.Suffices(View.Course))];

    /// <summary>What the course was about: its modules, or its kinds of session.</summary>
    public IReadOnlyList<string> Contents => [.. View.Sessions.Where(s => s.State == MeetingState.Held).Select(s => words.Module(s) ?? words.Kind(s)).Distinct(StringComparer.CurrentCulture)];

    public string NameOf(PlaceLine place) => words.Name(place.Name, place.Reference, place.IsProtected, Reader);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadCourse.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view || !view.Course.HasCertificate)
            return NotFound();
        View = view;
        await words.LoadAsync(view.Sessions, Cancel);
        Municipality = await Db.Municipalities.Select(m => m.Name).FirstOrDefaultAsync(Cancel) ?? "";
        // A certificate is a name on paper: who may not know the name cannot print it.
        Certified = [.. view.Certified.Where(p => p.Name is not null && (Person is null || p.PersonId == Person))];
        await reads.ListAsync(Reader.AccountId, "courses.certificates.print", new ListRead([.. Certified.Select(p => p.HouseholdId).Distinct()], [.. Certified.Select(p => p.PersonId)], $"course {Id}"), Cancel);
        AddCrumb(Text["courses.title"], "/courses");
        AddCrumb(view.Course.Title, $"/courses/{Id}");
        AddCrumb(Text["courses.certificates.title"]);
        return Page();
    }
}
