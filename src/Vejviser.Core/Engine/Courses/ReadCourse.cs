using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Courses;

/// <summary>A session as timetables show it.</summary>
/// <param name="Teachers">Names of the employees who lead it.</param>
/// <param name="Partner">The partner organisation that is responsible; null where the municipality is.</param>
public sealed record SessionLine(
    Guid MeetingId, Guid CourseId, string Course, string? Practice, Guid? VersionId, string? Strand, int Number, string Kind, string? Module, DateTime StartsAt, DateTime EndsAt, DateOnly Day,
    MeetingState State, string? Room, IReadOnlyList<string> Teachers, Guid? PartnerId, string? Partner, int People, int Attended, int Version);

/// <summary>Somebody's place, as the course's page shows it.</summary>
/// <param name="Name">Null where the reader may not know it.</param>
/// <param name="InLine">From 1, where they wait; null where they have a seat.</param>
/// <param name="IsOutOfPractice">Their plan in the course's practice has ended, rests or never was.</param>
public sealed record PlaceLine(
    Guid Id, Guid PersonId, Guid HouseholdId, string? Name, string? Reference, bool IsProtected, int? InLine, DateTime AddedAt, DateOnly? JoinedOn, DateOnly? LeftOn, bool IsOutOfPractice, CourseAttendance Attendance);

public sealed record CourseView(Course Course, string Leader, string? Operator, IReadOnlyList<SessionLine> Sessions, IReadOnlyList<PlaceLine> Places)
{
    public IEnumerable<PlaceLine> Seated => Places.Where(p => p is { LeftOn: null, InLine: null });

    public IEnumerable<PlaceLine> Waiting => Places.Where(p => p is { LeftOn: null, InLine: not null });

    public IEnumerable<PlaceLine> Left => Places.Where(p => p.LeftOn is not null);

    /// <summary>Its last session has been: who attended enough has the certificate.</summary>
    public bool IsOverOn(DateOnly day) => Course.CalledOffOn is not null || Course.LastDay < day || Sessions.All(s => s.State != MeetingState.Planned);

    /// <summary>Those who attended enough, of all who had a seat.</summary>
    public IEnumerable<PlaceLine> Certified => Places.Where(p => p.InLine is null && p.Attendance.Suffices(Course));
}

/// <summary>A course with its timetable and its people; names only where the reader may know them.</summary>
public static class ReadCourse
{
    public static async Task<CourseView?> RunAsync(VejviserDb db, Reader who, Guid id, DateTime now, CancellationToken cancel)
    {
        if (await db.Courses.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } course)
            return null;
        var leader = await db.Users.Where(a => a.Id == course.LeaderId).Select(a => a.DisplayName).SingleAsync(cancel);
        var partner = await db.PartnerOrganisations.Where(p => p.Id == course.OperatorId).Select(p => p.Name).SingleOrDefaultAsync(cancel);
        var sessions = await SessionsAsync(db, db.CourseSessions.AsNoTracking().Where(s => s.CourseId == id), cancel);
        return new CourseView(course, leader, partner, sessions, await PlacesAsync(db, who, course, now, cancel));
    }

    /// <summary>In order of time.</summary>
    internal static async Task<IReadOnlyList<SessionLine>> SessionsAsync(VejviserDb db, IQueryable<CourseSession> sessions, CancellationToken cancel)
    {
        var rows = await (
            from s in sessions
            join m in db.Meetings.AsNoTracking() on s.MeetingId equals m.Id
            join c in db.Courses.AsNoTracking() on s.CourseId equals c.Id
            orderby m.StartsAt, s.MeetingId
            select new
            {
                s, m.StartsAt, m.EndsAt, m.Day, m.State, m.Version, c.Title, c.Practice, c.PracticeVersionId, c.Strand,
                Room = db.Rooms.Where(r => r.Id == m.RoomId).Select(r => r.Name).FirstOrDefault(),
                Partner = db.PartnerOrganisations.Where(p => p.Id == s.PartnerId).Select(p => p.Name).FirstOrDefault(),
                People = db.MeetingParticipants.Count(p => p.MeetingId == m.Id && p.PersonId != null),
                Attended = db.MeetingParticipants.Count(p => p.MeetingId == m.Id && p.PersonId != null && p.Attendance == Attendance.Attended),
            }).ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.s.MeetingId);
        var teachers = (await (from p in db.MeetingParticipants.AsNoTracking()
                               where ids.Contains(p.MeetingId)
                               join a in db.Users on p.AccountId equals a.Id
                               orderby a.DisplayName
                               select new { p.MeetingId, a.DisplayName }).ToListAsync(cancel)).ToLookup(t => t.MeetingId, t => t.DisplayName);
        return [.. rows.Select(r => new SessionLine(
            r.s.MeetingId, r.s.CourseId, r.Title, r.Practice, r.PracticeVersionId, r.Strand, r.s.Number, r.s.Kind, r.s.Module, r.StartsAt, r.EndsAt, r.Day, r.State, r.Room, [.. teachers[r.s.MeetingId]],
            r.s.PartnerId, r.Partner, r.People, r.Attended, r.Version))];
    }

    private static async Task<IReadOnlyList<PlaceLine>> PlacesAsync(VejviserDb db, Reader who, Course course, DateTime now, CancellationToken cancel)
    {
        var named = await CourseSight.NamedAsync(db, who, course.Id, now, cancel);
        var rows = await (
            from p in db.CoursePlaces.AsNoTracking()
            where p.CourseId == course.Id
            join person in db.People on p.PersonId equals person.Id
            select new
            {
                p, person.HouseholdId, person.GivenName, person.FamilyName, person.CaseRef, person.HasProtectedAddress,
                Runs = course.Practice == null || db.Plans.Any(l => l.Practice == course.Practice && l.State == Plans.PlanState.Running && (l.PersonId == person.Id || (l.PersonId == null && l.HouseholdId == person.HouseholdId))),
            }).ToListAsync(cancel);
        var attendance = await AttendanceAsync(db, course.Id, cancel);
        var line = rows.Where(r => r.p is { LeftOn: null, Seat: null }).OrderBy(r => r.p.AddedAt).ThenBy(r => r.p.Id).Select((r, i) => (r.p.Id, Number: i + 1)).ToDictionary(r => r.Id, r => r.Number);
        return [.. rows.Select(r => new PlaceLine(
            r.p.Id, r.p.PersonId, r.HouseholdId, named.Contains(r.p.PersonId) ? $"{r.GivenName} {r.FamilyName}".Trim() : null, r.CaseRef, r.HasProtectedAddress,
            line.TryGetValue(r.p.Id, out var number) ? number : null, r.p.AddedAt, r.p.JoinedOn, r.p.LeftOn, !r.Runs, CourseAttendance.Of(attendance[r.p.PersonId])))
            .OrderBy(p => p.InLine).ThenBy(p => p.Name is null).ThenBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.Id)];
    }

    private static async Task<ILookup<Guid, NotedSession>> AttendanceAsync(VejviserDb db, Guid courseId, CancellationToken cancel) => (await (
        from s in db.CourseSessions.AsNoTracking()
        where s.CourseId == courseId
        join m in db.Meetings on s.MeetingId equals m.Id
        where m.State == MeetingState.Held
        join p in db.MeetingParticipants on m.Id equals p.MeetingId
        where p.PersonId != null
        select new { PersonId = p.PersonId!.Value, m.StartsAt, m.EndsAt, p.Attendance, p.Absence }).ToListAsync(cancel))
        .ToLookup(a => a.PersonId, a => new NotedSession((int)(a.EndsAt - a.StartsAt).TotalMinutes, a.Attendance, a.Absence));
}
