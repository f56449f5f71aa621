using System.Globalization;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>Courses, their sessions and modules in the reader's words. Ask for the versions first; the rest is memory.</summary>
public sealed class CourseWords(VejviserDb db, EffectivePractices practices, ConditionWords conditions, PageTexts text)
{
    private readonly Dictionary<Guid, PracticeDefinition> definitions = [];

    public async Task LoadAsync(IEnumerable<Guid?> versions, CancellationToken cancel)
    {
        foreach (var version in versions.OfType<Guid>().Distinct())
            if (!definitions.ContainsKey(version))
                definitions[version] = await practices.OfAsync(db, version, cancel);
    }

    public Task LoadAsync(IEnumerable<SessionLine> sessions, CancellationToken cancel) => LoadAsync(sessions.Select(s => s.VersionId), cancel);

    public string Kind(SessionLine line) => Kind(line.VersionId, line.Strand, line.Kind);

    public string Kind(Guid? version, string? strand, string kind) => Of(version, strand)?.Sessions.GetValueOrDefault(kind) ?? kind;

    public string? Module(SessionLine line) => line.Module is null ? null : Module(line.VersionId, line.Strand, line.Module);

    public string Module(Guid? version, string? strand, string module) => Of(version, strand)?.Modules.GetValueOrDefault(module) ?? module;

    public string? Practice(Guid? version) => version is { } id ? definitions[id].TextsIn(text.Language).Title : null;

    /// <summary>Who is responsible: the partner organisation, or the municipality.</summary>
    public string Responsible(SessionLine line) => line.Partner ?? text["courses.municipality"];

    /// <summary>10.00–11.30</summary>
    public string Span(SessionLine line) => $"{At(line.StartsAt)}–{At(line.EndsAt)}";

    public string At(DateTime utc) => text.Time(TimeOnly.FromDateTime(TimeZones.ToDanish(utc)));

    public string Weekday(DayOfWeek day) => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB").DateTimeFormat.GetDayName(day);

    /// <summary>3 t. 30 min.</summary>
    public string Hours(int minutes) => minutes % 60 == 0 ? text["courses.hours", ("hours", minutes / 60)] : text["courses.hours-minutes", ("hours", minutes / 60), ("minutes", minutes % 60)];

    /// <summary>A failure in words; where a course's own condition says no, the condition in words as well.</summary>
    public string Say(Failure failure, Course course) => failure.Code is "courses.not-for-person" or "courses.condition-unknown" && course.PracticeVersionId is { } version
        ? text[$"failure.{failure.Code}", ("condition", conditions.Say(
            new Answer(failure.Code == "courses.not-for-person" ? Truth.No : Truth.Unknown, (string)failure.Values["condition"]!, failure.Values), definitions[version], id => id, text.Language))]
        : text[failure];

    /// <summary>A name where the reader may know it, and the reference where it is protected.</summary>
    public string Name(string? name, string? reference, bool isProtected, Reader reader)
    {
        if (name is null)
            return text["meetings.hidden"];
        // A protected name goes to no partner, whatever roles its user has been given.
        var maySee = !isProtected || (reader.PartnerId is null && reader.MaySeeAddress(isProtected));
        return maySee ? name : reference ?? text["plan.protected"];
    }

    /// <summary>What it takes to have the certificate.</summary>
    public string CertificateWhen(int percent) => percent == 0 ? text["courses.certificate-all"] : text["courses.certificate-when", ("percent", percent)];

    public string Absences(CourseAttendance attendance) =>
        string.Join(", ", attendance.Absences.Select(a => $"{text[$"courses.absence.{PlanWords.Kebab(a.Reason)}"]} {a.Times}"));

    private CourseTexts? Of(Guid? version, string? strand) => version is { } id && strand is not null ? definitions[id].TextsIn(text.Language).Courses.GetValueOrDefault(strand) : null;
}
