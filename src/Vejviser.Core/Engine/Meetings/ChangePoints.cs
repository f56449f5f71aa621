using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// Raises a coordination point on a plan whose practice has a meeting that gathers them, and writes the answer it got. Failures: <c>points.unknown-plan</c>,
/// <c>points.not-gathered</c>, <c>points.text-missing</c>, <c>points.unknown</c>, <c>points.answer-missing</c>, <c>points.answered-already</c>.
/// </summary>
public sealed class ChangePoints(VejviserDb db, EffectivePractices practices)
{
    public const int MostText = 500;

    public async Task<Result<Guid>> RaiseAsync(Guid planId, string? text, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var visible = db.Households.VisibleTo(db, who, audit.At).Select(h => h.Id);
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId && p.State != PlanState.Waiting && visible.Contains(p.HouseholdId), cancel) is not { } plan)
            return Failure.Of("points.unknown-plan");
        var id = audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return id;
        if (!(await practices.OfAsync(db, plan.PracticeVersionId, cancel)).Meetings.Any(m => m.GathersPoints))
            return Failure.Of("points.not-gathered");
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > MostText)
            return Failure.Of("points.text-missing", ("most", MostText));
        db.CoordinationPoints.Add(new CoordinationPoint { Id = id, Practice = plan.Practice, PlanId = plan.Id, HouseholdId = plan.HouseholdId, Text = text.Trim(), RaisedAt = audit.At, RaisedBy = who.AccountId });
        await db.SaveAsync(audit, new AuditSubject(plan.PersonId, plan.HouseholdId, "coordination-point", id, AuditDetails.Of(("plan", plan.Id))), cancel);
        return id;
    }

    /// <param name="meetingId">The meeting that answered; null where it was settled on the plan's page.</param>
    public async Task<Result<Done>> AnswerAsync(Guid pointId, Guid? meetingId, string? answer, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await FindAsync(pointId, meetingId, who, audit, cancel) is not { } point)
            return Failure.Of("points.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (point.AnsweredAt is not null)
            return Failure.Of("points.answered-already");
        if (string.IsNullOrWhiteSpace(answer) || answer.Trim().Length > MostText)
            return Failure.Of("points.answer-missing", ("most", MostText));
        (point.Answer, point.AnsweredAt, point.AnsweredBy, point.MeetingId) = (answer.Trim(), audit.At, who.AccountId, meetingId);
        point.Version++;
        var saved = await db.SaveAsync(audit, new AuditSubject(null, point.HouseholdId, "coordination-point", point.Id, AuditDetails.Of(("meeting", meetingId))), cancel);
        return saved == SaveOutcome.Conflict ? Failure.Of("points.answered-already") : Done.Result;
    }

    /// <summary>Who is at a meeting that gathers the practice's points may answer them; on the plan's page, who may see the household.</summary>
    private async Task<CoordinationPoint?> FindAsync(Guid pointId, Guid? meetingId, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (await db.CoordinationPoints.SingleOrDefaultAsync(p => p.Id == pointId, cancel) is not { } point)
            return null;
        if (meetingId is not { } id)
            return await db.Households.VisibleTo(db, who, audit.At).AnyAsync(h => h.Id == point.HouseholdId, cancel) ? point : null;
        return await MeetingChange.FindAsync(db, who, id, audit, cancel) is { } meeting && await GatheredPoints.IsGatheringAsync(db, practices, meeting, cancel) && meeting.Practice == point.Practice ? point : null;
    }
}
