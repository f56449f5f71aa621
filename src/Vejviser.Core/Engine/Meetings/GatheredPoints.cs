using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>A coordination point as an agenda or a plan's page shows it.</summary>
/// <param name="Reference">The household's reference, else its name where that is not protected; null where the reader may not see it.</param>
public sealed record PointLine(Guid Id, string Text, DateTime RaisedAt, string? RaisedBy, string? Answer, DateTime? AnsweredAt, Guid PlanId, string? Reference, Guid? MeetingId);

/// <summary>The coordination points that a meeting's agenda gathers by itself.</summary>
public static class GatheredPoints
{
    /// <summary>True where the practice's definition says that this meeting gathers points.</summary>
    public static async Task<bool> IsGatheringAsync(VejviserDb db, EffectivePractices practices, Meeting meeting, CancellationToken cancel)
    {
        if (meeting is not { Practice: { } practice, PracticeMeeting: { } id } || await EffectivePractices.NewestAsync(db, practice, cancel) is not { } newest)
            return false;
        return (await practices.OfAsync(db, newest, cancel)).Meetings.Any(m => m.Id == id && m.GathersPoints);
    }

    /// <summary>All that are open, oldest first, and those this meeting answered.</summary>
    public static Task<List<PointLine>> OfMeetingAsync(VejviserDb db, Reader who, Meeting meeting, DateTime now, CancellationToken cancel)
    {
        var isOver = meeting.State == MeetingState.Cancelled;
        return Lines(db, who, db.CoordinationPoints.Where(p => p.Practice == meeting.Practice && (p.MeetingId == meeting.Id || (p.AnsweredAt == null && !isOver))), now).ToListAsync(cancel);
    }

    public static Task<List<PointLine>> OfPlanAsync(VejviserDb db, Reader who, Guid planId, DateTime now, CancellationToken cancel) =>
        Lines(db, who, db.CoordinationPoints.Where(p => p.PlanId == planId), now).ToListAsync(cancel);

    private static IQueryable<PointLine> Lines(VejviserDb db, Reader who, IQueryable<CoordinationPoint> points, DateTime now)
    {
        var visible = db.Households.VisibleTo(db, who, now);
        return from p in points.AsNoTracking()
               orderby p.AnsweredAt != null, p.RaisedAt, p.Id
               select new PointLine(
                   p.Id, p.Text, p.RaisedAt, db.Users.Where(a => a.Id == p.RaisedBy).Select(a => a.DisplayName).FirstOrDefault(), p.Answer, p.AnsweredAt, p.PlanId,
                   visible.Where(h => h.Id == p.HouseholdId).Select(h => h.Reference ?? (db.People.Any(q => q.HouseholdId == h.Id && q.HasProtectedAddress) ? "–" : h.Name)).FirstOrDefault(), p.MeetingId);
    }
}
