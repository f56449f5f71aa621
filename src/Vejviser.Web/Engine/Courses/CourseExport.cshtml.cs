using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>The people of a course with their attendance as a spreadsheet; names as the page shows them.</summary>
public sealed class CourseExportModel(CourseWords words, ReadAudit reads) : VejviserPage
{
    private bool mayNote;

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(string? format)
    {
        if (PlanExportModel.FormatOf(format) is not { } kind)
            return BadRequest();
        if (await ReadCourse.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } view)
            return NotFound();
        mayNote = Reader.May(Permissions.CoursesEdit) || await CourseSight.LeadsAsync(Db, Reader, Id, Cancel);
        await reads.ListAsync(Reader.AccountId, "courses.people.export", CoursePageModel.Noted(view), Cancel);
        var bytes = await TableExport.WriteAsync(kind, view.Course.Title, Columns(view.Course), view.Places, Cancel);
        return File(bytes, TableExport.ContentType(kind), TableExport.FileName($"{view.Course.Strand ?? "kursus"}-{view.Course.FirstDay:yyyy-MM-dd}", kind));
    }

    private IReadOnlyList<ExportColumn<PlaceLine>> Columns(Course course) =>
    [
        new(Text["plan.reference"], p => p.Reference),
        new(Text["plan.name"], p => words.Name(p.Name, p.Reference, p.IsProtected, Reader)),
        new(Text["courses.column.in-line"], p => p.InLine),
        new(Text["courses.column.joined"], p => p.JoinedOn),
        new(Text["courses.column.left"], p => p.LeftOn),
        new(Text["courses.column.attended"], p => p.Attendance.Attended),
        new(Text["courses.column.held"], p => p.Attendance.Held),
        new(Text["courses.column.hours"], p => Math.Round(p.Attendance.Minutes / 60m, 2)),
        new(Text["courses.column.percent"], p => p.Attendance.Percent),
        // The reasons are for who notes attendance: one of them is an illness.
        .. (mayNote ? Enum.GetValues<AbsenceReason>() : []).Select(reason => new ExportColumn<PlaceLine>(
            Text[$"courses.absence.{PlanWords.Kebab(reason)}"], p => p.Attendance.Absences.FirstOrDefault(a => a.Reason == reason).Times)),
        new(Text["courses.certificate"], p => Text[p.Attendance.Suffices(course) ? "plan.yes" : "plan.no"]),
    ];
}
