using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Courses;

public enum CoursesShown
{
    /// <summary>Running or still to begin.</summary>
    Current = 0,
    Over,
    All,
}

/// <param name="Mine">Only those the reader answers for or leads a session of.</param>
/// <param name="Page">From 1.</param>
public sealed record CourseFilter(CoursesShown Shown = CoursesShown.Current, bool Mine = false, string? Practice = null, int Page = 1);

/// <param name="Open">Sessions that have been and of which nobody has noted who came.</param>
public sealed record CourseLine(
    Guid Id, string Title, string? Practice, DateOnly FirstDay, DateOnly LastDay, DateOnly? CalledOffOn, string Leader, string? Operator, int Seats, int Seated, int Waiting, int Sessions, int Held, int Open);

/// <summary>Courses by their first day, filtered and paged by the database; no names.</summary>
public static class CourseList
{
    public const int PageSize = 50;

    /// <returns>One row more than <see cref="PageSize"/> is the sign of a next page.</returns>
    public static async Task<IReadOnlyList<CourseLine>> ReadAsync(VejviserDb db, Reader who, CourseFilter filter, DateTime now, DateOnly today, CancellationToken cancel)
    {
        var courses = db.Courses.AsNoTracking().Where(c => filter.Practice == null || c.Practice == filter.Practice);
        courses = filter.Shown switch
        {
            CoursesShown.Current => courses.Where(c => c.LastDay >= today && c.CalledOffOn == null),
            CoursesShown.Over => courses.Where(c => c.LastDay < today || c.CalledOffOn != null),
            _ => courses,
        };
        if (filter.Mine)
            courses = courses.Where(c => c.LeaderId == who.AccountId || db.CourseSessions.Any(s => s.CourseId == c.Id && db.MeetingParticipants.Any(p => p.MeetingId == s.MeetingId && p.AccountId == who.AccountId)));
        return await courses.OrderByDescending(c => c.FirstDay).ThenBy(c => c.Title).ThenBy(c => c.Id).Skip((filter.Page - 1) * PageSize).Take(PageSize + 1).Select(c => new CourseLine(
            c.Id, c.Title, c.Practice, c.FirstDay, c.LastDay, c.CalledOffOn, db.Users.Where(a => a.Id == c.LeaderId).Select(a => a.DisplayName).First(),
            db.PartnerOrganisations.Where(p => p.Id == c.OperatorId).Select(p => p.Name).FirstOrDefault(), c.Seats,
            db.CoursePlaces.Count(p => p.CourseId == c.Id && p.LeftOn == null && p.Seat != null), db.CoursePlaces.Count(p => p.CourseId == c.Id && p.LeftOn == null && p.Seat == null),
            db.CourseSessions.Count(s => s.CourseId == c.Id && db.Meetings.Any(m => m.Id == s.MeetingId && m.State != MeetingState.Cancelled)),
            db.CourseSessions.Count(s => s.CourseId == c.Id && db.Meetings.Any(m => m.Id == s.MeetingId && m.State == MeetingState.Held)),
            db.CourseSessions.Count(s => s.CourseId == c.Id && db.Meetings.Any(m => m.Id == s.MeetingId && m.State == MeetingState.Planned && m.EndsAt < now)))).ToListAsync(cancel);
    }
}
