using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Engine.Courses.Cards;

/// <summary>Sessions of one module, or of one kind, that a person was noted at.</summary>
/// <param name="What">The module's or the kind's id in the definition, or what a free-standing course calls it.</param>
/// <param name="IsModule">False for a kind of session that goes on beside the modules, such as company visits.</param>
public sealed record CardSessions(Course Course, string What, bool IsModule, int Attended, int Held);

/// <param name="Card">Null where none was opened.</param>
/// <param name="Known">Words the person knows.</param>
public sealed record CardView(ProgressCard? Card, IReadOnlyList<Industry> Industries, IReadOnlySet<Guid> Known, IReadOnlyList<CardSessions> Sessions);

/// <summary>A person's card: what stands on it, and what their courses' attendance adds by itself.</summary>
public static class ReadCard
{
    public static async Task<CardView> RunAsync(VejviserDb db, Guid personId, CancellationToken cancel)
    {
        var card = await db.ProgressCards.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == personId, cancel);
        var known = await db.CardWords.Where(w => w.PersonId == personId).Select(w => w.WordId).ToHashSetAsync(cancel);
        var industries = await db.Industries.AsNoTracking().Include(i => i.Words.OrderBy(w => w.Order)).Where(i => !i.IsClosed || i.Words.Any(w => known.Contains(w.Id))).OrderBy(i => i.Name).ToListAsync(cancel);
        return new CardView(card, industries, known, await SessionsAsync(db, personId, cancel));
    }

    private static async Task<IReadOnlyList<CardSessions>> SessionsAsync(VejviserDb db, Guid personId, CancellationToken cancel)
    {
        var noted = await (
            from p in db.MeetingParticipants.AsNoTracking()
            where p.PersonId == personId && p.Attendance != Attendance.NotNoted
            join s in db.CourseSessions on p.MeetingId equals s.MeetingId
            join c in db.Courses on s.CourseId equals c.Id
            orderby c.FirstDay, s.Number
            select new { Course = c, s.Kind, s.Module, p.Attendance }).ToListAsync(cancel);
        return [.. noted.GroupBy(n => (n.Course.Id, What: n.Module ?? n.Kind, IsModule: n.Module is not null))
            .Select(g => new CardSessions(g.First().Course, g.Key.What, g.Key.IsModule, g.Count(n => n.Attendance == Attendance.Attended), g.Count()))];
    }
}
