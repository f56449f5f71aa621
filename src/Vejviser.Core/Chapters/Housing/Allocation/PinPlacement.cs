using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Verdict = Vejviser.Matching.Rules.Verdict;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>
/// Chooses a home for a household by hand, or that it waits, with a reason; or lets the proposal decide again. A choice breaks no hard rule. Failures: <c>housing.forbidden</c>,
/// <c>housing.unknown-meeting</c>, <c>housing.meeting-decided</c>, <c>housing.reason-missing</c>, <c>housing.too-long</c>, <c>housing.not-waiting</c>, <c>housing.home-gone</c>,
/// <c>housing.refused-…</c> (the rule), <c>housing.home-chosen</c> (for somebody else by hand).
/// </summary>
public sealed class PinPlacement(VejviserDb db, EffectivePractices practices, LawBook law)
{
    public const int MostCharacters = 400;

    public async Task<Result<Done>> RunAsync(Guid meetingId, HandChoice choice, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(choice.Reason))
            return Failure.Of("housing.reason-missing");
        if (choice.Reason.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        var found = await FindAsync(meetingId, who, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        if (await RefusalAsync(found.Value, choice, audit, cancel) is { } refused)
            return refused;
        var pin = await db.AllocationPins.SingleOrDefaultAsync(p => p.MeetingId == meetingId && p.HouseholdId == choice.Household, cancel)
            ?? db.Add(new AllocationPin { MeetingId = meetingId, HouseholdId = choice.Household, Reason = "" }).Entity;
        (pin.DwellingId, pin.Reason, pin.ByAccountId, pin.At) = (choice.Home, choice.Reason.Trim(), audit.Actor, audit.At);
        return await SaveAsync(found.Value, choice.Household, audit, cancel);
    }

    /// <summary>Failures: <c>housing.forbidden</c>, <c>housing.unknown-meeting</c>, <c>housing.meeting-decided</c>.</summary>
    public async Task<Result<Done>> LetGoAsync(Guid meetingId, Guid household, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var found = await FindAsync(meetingId, who, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        if (await db.AllocationPins.SingleOrDefaultAsync(p => p.MeetingId == meetingId && p.HouseholdId == household, cancel) is not { } pin)
            return Done.Result;
        db.AllocationPins.Remove(pin);
        return await SaveAsync(found.Value, household, audit, cancel);
    }

    private async Task<Result<Done>> SaveAsync(AllocationMeeting meeting, Guid household, AuditContext audit, CancellationToken cancel) =>
        await db.SaveAsync(audit, new AuditSubject(HouseholdId: household, Entity: "allocation-meeting", EntityId: meeting.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : Done.Result;

    private async Task<Result<AllocationMeeting>> FindAsync(Guid id, Reader who, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingDecide))
            return Failure.Of("housing.forbidden");
        if (await db.AllocationMeetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } meeting)
            return Failure.Of("housing.unknown-meeting");
        return meeting.DecidedAt is null ? meeting : Failure.Of("housing.meeting-decided");
    }

    private async Task<Failure?> RefusalAsync(AllocationMeeting meeting, HandChoice choice, AuditContext audit, CancellationToken cancel)
    {
        var policy = await ReadPolicy.InForceAsync(db, cancel);
        var need = (await ReadNeeds.OfAsync(db, practices, db.Households.Where(h => h.Id == choice.Household), law, policy, audit.Day, cancel)).SingleOrDefault();
        if (need is not { IsWaiting: true })
            return Failure.Of("housing.not-waiting");
        if (choice.Home is not { } wanted)
            return null;
        if ((await ReadAllocation.VacantAsync(db, cancel)).FirstOrDefault(h => h.Id == wanted) is not { } home)
            return Failure.Of("housing.home-gone");
        if (HousingRuleBook.Of(policy).Judge(ReadAllocation.Seeker(need, meeting.Day), home) is { Accepted: false } verdict)
            return HousingRefusals.Failure(verdict);
        return await db.AllocationPins.AnyAsync(p => p.MeetingId == meeting.Id && p.DwellingId == wanted && p.HouseholdId != choice.Household, cancel) ? Failure.Of("housing.home-chosen") : null;
    }
}

/// <summary>A rule that says no, as a failure whose words tell why.</summary>
public static class HousingRefusals
{
    public static Failure Failure(Verdict verdict)
    {
        var first = verdict.Refusals[0];
        return Foundation.Common.Failure.Of(
            first.Code switch
            {
                "listed-area" => "housing.refused-listed-area",
                "too-dear" => "housing.refused-too-dear",
                "too-small" => "housing.refused-too-small",
                "too-large" => "housing.refused-too-large",
                "no-access" => "housing.refused-no-access",
                "youth-home" => "housing.refused-youth-home",
                _ => "housing.refused-free-too-late",
            },
            [.. first.Values.Select(v => (v.Name, (object?)v.Text))]);
    }
}
