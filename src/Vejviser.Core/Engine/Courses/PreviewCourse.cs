using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Courses;

/// <summary>
/// Works out a course without booking it: its figures, its sessions with the holidays left out, and at which of them a teacher or room is taken. Failures: <c>courses.unknown-strand</c>,
/// <c>courses.operator-needed</c>, <c>courses.seats</c>, <c>courses.unknown-teacher</c>, <c>courses.teacher-needed</c>, <c>meetings.in-past</c>, <c>meetings.unknown-room</c>, <c>meetings.room-too-small</c>, <c>meetings.no-day</c>, and those of <see cref="CourseTimetable.Refuse"/>.
/// </summary>
public sealed class PreviewCourse(VejviserDb db, EffectivePractices practices, LawBook law)
{
    private const int MostSeats = 500;
    private const int MostPercent = 100;

    public async Task<Result<CoursePlan>> RunAsync(NewCourse input, DateOnly today, CancellationToken cancel = default)
    {
        var version = input.Practice is null ? null : await EffectivePractices.NewestAsync(db, input.Practice, cancel);
        var strand = version is null ? null : (await practices.OfAsync(db, version, cancel)).Courses.FirstOrDefault(c => c.Id == input.Strand);
        if (input.Practice is not null && strand is null)
            return Failure.Of("courses.unknown-strand");
        var own = input.Own;
        var seats = strand is null ? own.Seats : strand.Seats?.Value ?? MostSeats;
        if (seats is not (>= 1 and <= MostSeats) || own.AttendanceLeast is < 0 or > MostPercent)
            return Failure.Of("courses.seats", ("most", MostSeats));
        if (input.First < today)
            return Failure.Of("meetings.in-past");
        if (strand?.ModulePartners.Count > 0 && input.OperatorId is null)
            return Failure.Of("courses.operator-needed");
        var length = strand is null ? new CourseLength(own.Weeks ?? 0, null) : CourseLength.Of(strand);
        var pattern = new CoursePattern(input.First, length, input.Times, [.. (strand?.Modules ?? []).Select(m => new CourseModule(m, strand!.ModulePartners.ContainsKey(m) ? input.OperatorId : null))]);
        if (CourseTimetable.Refuse(pattern) is { } wrong)
            return wrong;
        if (await RefuseAsync(input, seats.Value, cancel) is { } refusal)
            return refusal;
        var closed = await ClosedDays.AmongAsync(db, law, CourseTimetable.Days(pattern), Texts.Languages[0], cancel);
        var timetable = CourseTimetable.Generate(pattern, closed.Keys.ToHashSet());
        if (timetable.Sessions.Count == 0)
            return Failure.Of("meetings.no-day");
        if (timetable.Sessions.Any(s => s.Module?.PartnerId is null && s.Time.TeacherId is null))
            return Failure.Of("courses.teacher-needed");
        return new CoursePlan(
            timetable, await TakenAsync(timetable.Sessions, cancel), length, seats.Value, strand?.Intake ?? own.Intake, strand?.HasCertificate ?? own.HasCertificate,
            strand is null ? own.AttendanceLeast : strand.AttendanceLeast?.Value ?? 0, version);
    }

    /// <summary>The employee who leads a session; where a partner is responsible, nobody's time is taken.</summary>
    internal static Guid? TeacherOf(PlannedSession session) => session.Module?.PartnerId is null ? session.Time.TeacherId : null;

    private async Task<Failure?> RefuseAsync(NewCourse input, int seats, CancellationToken cancel)
    {
        var teachers = input.Times.Select(t => t.TeacherId).Append(input.LeaderId).OfType<Guid>().Distinct().ToList();
        if (await db.Users.CountAsync(a => teachers.Contains(a.Id) && !a.IsClosed && a.Kind == AccountKind.Employee, cancel) != teachers.Count)
            return Failure.Of("courses.unknown-teacher");
        if (input.OperatorId is { } partner && !await db.PartnerOrganisations.AnyAsync(p => p.Id == partner && !p.IsClosed, cancel))
            return Failure.Of("courses.operator-needed");
        var rooms = input.Times.Select(t => t.RoomId).OfType<Guid>().Distinct().ToList();
        var found = await db.Rooms.AsNoTracking().Where(r => rooms.Contains(r.Id) && !r.IsClosed).ToListAsync(cancel);
        if (found.Count != rooms.Count)
            return Failure.Of("meetings.unknown-room");
        return found.FirstOrDefault(r => r.Seats < seats) is { } small ? Failure.Of("meetings.room-too-small", ("room", small.Name), ("seats", small.Seats), ("guests", seats)) : null;
    }

    private async Task<IReadOnlyList<TakenSession>> TakenAsync(IReadOnlyList<PlannedSession> sessions, CancellationToken cancel)
    {
        var subjects = sessions.SelectMany(s => Subjects(s)).Distinct().ToList();
        var (first, last) = (Quarters.Of(sessions[0].StartsAt), Quarters.Of(sessions[^1].EndsAt));
        var taken = (await db.MeetingSlots.AsNoTracking().Where(s => subjects.Contains(s.SubjectId) && s.Quarter >= first && s.Quarter <= last).Select(s => new { s.SubjectId, s.Quarter }).ToListAsync(cancel))
            .Select(s => (s.SubjectId, s.Quarter)).ToHashSet();
        var clashes = sessions.Select(s => (Session: s, Who: Subjects(s).FirstOrDefault(subject => Quarters.Between(s.StartsAt, s.EndsAt).Any(q => taken.Contains((subject, q)))))).Where(c => c.Who != Guid.Empty).ToList();
        var ids = clashes.Select(c => c.Who).Distinct().ToList();
        var names = await db.Rooms.Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Name }).Concat(db.Users.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, Name = a.DisplayName })).ToDictionaryAsync(n => n.Id, n => n.Name, cancel);
        return clashes.ConvertAll(c => new TakenSession(c.Session, names[c.Who]));
    }

    private static IEnumerable<Guid> Subjects(PlannedSession session) => new[] { TeacherOf(session), session.Time.RoomId }.OfType<Guid>();
}
