using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Courses;

/// <param name="LeftOut">Sessions at which a teacher or a room was taken.</param>
public sealed record MadeCourse(Guid CourseId, int Sessions, IReadOnlyList<TakenSession> LeftOut);

/// <summary>
/// Books a course: every session a meeting with its teacher, room and partner, all of it or nothing. Failures: <c>meetings.title-required</c>, <c>meetings.title-too-long</c>, <c>courses.taken</c>
/// (a teacher or room is, and those sessions are not to be left out), <c>meetings.taken</c>, <c>meetings.taken-and-full</c>, <c>meetings.changed-meanwhile</c>, and those of <see cref="PreviewCourse"/>.
/// </summary>
public sealed class MakeCourse(VejviserDb db, EffectivePractices practices, LawBook law)
{
    private const int MostTitle = 120;

    public async Task<Result<MadeCourse>> RunAsync(NewCourse input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        // The command's id is the course's: sent twice, it names the course it made.
        var id = audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return new MadeCourse(id, await db.CourseSessions.CountAsync(s => s.CourseId == id, cancel), []);
        if (string.IsNullOrWhiteSpace(input.Title))
            return Failure.Of("meetings.title-required");
        if (input.Title.Trim().Length > MostTitle)
            return Failure.Of("meetings.title-too-long", ("most", MostTitle));
        var preview = await new PreviewCourse(db, practices, law).RunAsync(input, audit.Day, cancel);
        if (!preview.IsSuccess)
            return preview.Failure;
        var plan = preview.Value;
        if (plan.Taken is [var clash, ..] && !input.LeavesOutTaken)
            return Failure.Of("courses.taken", ("who", clash.Who), ("at", clash.Session.StartsAt), ("count", plan.Taken.Count));
        var sessions = plan.Free.ToList();
        if (sessions.Count == 0)
            return Failure.Of("meetings.no-day");

        var definition = plan.Version is null ? null : await practices.OfAsync(db, plan.Version, cancel);
        var course = Of(id, input, plan, sessions, audit);
        db.Courses.Add(course);
        var (meetings, slots) = (new List<Meeting>(), new List<MeetingSlot>());
        foreach (var session in sessions)
        {
            var meeting = MeetingOf(course, session, KindOf(definition, course, session), meetings.FirstOrDefault()?.Id, audit);
            var participants = Participants(meeting.Id, session, input.OperatorId).ToList();
            db.MeetingParticipants.AddRange(participants);
            db.CourseSessions.Add(new CourseSession
            {
                MeetingId = meeting.Id, CourseId = id, Number = meetings.Count + 1, Kind = session.Time.Kind, Module = session.Module?.Id, PartnerId = session.Module?.PartnerId,
            });
            meetings.Add(meeting);
            slots.AddRange(meeting.Slots(participants));
        }

        db.Meetings.AddRange(meetings);
        // In one order everywhere: two bookings of the same people wait for each other, and never in a circle.
        db.MeetingSlots.AddRange(slots.OrderBy(s => s.SubjectId).ThenBy(s => s.Quarter));
        return await SaveAsync(course, plan, meetings, slots, who, audit, cancel) is { } failure ? failure : new MadeCourse(id, meetings.Count, plan.Taken);
    }

    private async Task<Failure?> SaveAsync(Course course, CoursePlan plan, List<Meeting> meetings, List<MeetingSlot> slots, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var subject = new AuditSubject(
            Entity: "course", EntityId: course.Id,
            Details: AuditDetails.Of(("practice", course.Practice), ("strand", course.Strand), ("first", course.FirstDay), ("last", course.LastDay), ("sessions", meetings.Count), ("left-out", plan.Taken.Count), ("seats", course.Seats)));
        try
        {
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("meetings.changed-meanwhile") : null;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("meeting_slot"))
        {
            db.ChangeTracker.Clear();
            return await MeetingClash.DescribeAsync(db, law, who, meetings, slots, cancel);
        }
    }

    private static Course Of(Guid id, NewCourse input, CoursePlan plan, List<PlannedSession> sessions, AuditContext audit) => new()
    {
        Id = id,
        Title = input.Title!.Trim(),
        Practice = input.Practice,
        PracticeVersionId = plan.Version?.Id,
        Strand = input.Practice is null ? null : input.Strand,
        FirstDay = sessions[0].Day,
        LastDay = sessions[^1].Day,
        Seats = plan.Seats,
        Intake = plan.Intake,
        HasCertificate = plan.HasCertificate,
        AttendanceLeast = plan.AttendanceLeast,
        LeaderId = input.LeaderId,
        OperatorId = input.OperatorId,
        CreatedAt = audit.At,
    };

    /// <summary>The kind in the municipality's own words, as it stands in calendars; a course with one kind of session has the course's title.</summary>
    private static string? KindOf(PracticeDefinition? definition, Course course, PlannedSession session)
    {
        if (definition is null)
            return session.Time.Kind;
        var texts = definition.TextsIn(Texts.Languages[0]).Courses[course.Strand!];
        return texts.Sessions.Count == 1 ? null : texts.Sessions.GetValueOrDefault(session.Time.Kind);
    }

    private static Meeting MeetingOf(Course course, PlannedSession session, string? kind, Guid? series, AuditContext audit)
    {
        var id = Guid.CreateVersion7();
        return new Meeting
        {
            Id = id,
            Title = string.IsNullOrWhiteSpace(kind) || kind == course.Title ? course.Title : $"{course.Title}: {kind}",
            Kind = MeetingKind.Series,
            Day = session.Day,
            StartsAt = session.StartsAt,
            EndsAt = session.EndsAt,
            Where = MeetingRoom.OnSite,
            RoomId = session.Time.RoomId,
            SeriesId = series ?? id,
            OrganiserId = course.LeaderId,
            CreatedAt = audit.At,
        };
    }

    private static IEnumerable<MeetingParticipant> Participants(Guid meeting, PlannedSession session, Guid? partner)
    {
        if (PreviewCourse.TeacherOf(session) is { } teacher)
            yield return new MeetingParticipant { MeetingId = meeting, AccountId = teacher };
        if (partner is { } organisation)
            yield return new MeetingParticipant { MeetingId = meeting, PartnerId = organisation };
    }
}
