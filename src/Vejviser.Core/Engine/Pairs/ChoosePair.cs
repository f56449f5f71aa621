using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// Chooses a volunteer for a newcomer by hand, or that they wait, with a reason; or lets the proposal decide again. A choice breaks no hard rule. Failures: <c>pairs.forbidden</c>, <c>pairs.reason-missing</c>,
/// <c>pairs.too-long</c>, <c>pairs.not-looking</c>, <c>pairs.volunteer-gone</c>, <c>pairs.tried-before</c>, <c>pairs.refused-…</c> (the rule), <c>pairs.volunteer-chosen</c> (all places by hand for others),
/// <c>pairs.changed-meanwhile</c>.
/// </summary>
public sealed class ChoosePair(VejviserDb db, EffectivePractices practices)
{
    public const int MostCharacters = 400;

    public async Task<Result<Done>> RunAsync(PairPractice practice, HandPair choice, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.forbidden");
        if (string.IsNullOrWhiteSpace(choice.Reason))
            return Failure.Of("pairs.reason-missing");
        if (choice.Reason.Length > MostCharacters)
            return Failure.Of("pairs.too-long", ("most", MostCharacters));
        if (await RefusalAsync(practice, choice, audit, cancel) is { } refused)
            return refused;
        var row = await db.PairChoices.SingleOrDefaultAsync(c => c.PlanId == choice.Plan, cancel) ?? db.Add(new PairChoice { PlanId = choice.Plan, Practice = practice.Id, Reason = "" }).Entity;
        (row.VolunteerId, row.Reason, row.ByAccountId, row.At) = (choice.Volunteer, choice.Reason.Trim(), audit.Actor, audit.At);
        return await SaveAsync(choice.Plan, audit, cancel);
    }

    public async Task<Result<Done>> LetGoAsync(Guid plan, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.forbidden");
        if (await db.PairChoices.SingleOrDefaultAsync(c => c.PlanId == plan, cancel) is not { } row)
            return Done.Result;
        db.Remove(row);
        return await SaveAsync(plan, audit, cancel);
    }

    private async Task<Result<Done>> SaveAsync(Guid plan, AuditContext audit, CancellationToken cancel)
    {
        var whose = await db.Plans.Where(p => p.Id == plan).Select(p => new { p.PersonId, p.HouseholdId }).SingleAsync(cancel);
        try
        {
            return await db.SaveAsync(audit, new AuditSubject(whose.PersonId, whose.HouseholdId, "pair-choice", plan), cancel) == SaveOutcome.Conflict ? Failure.Of("pairs.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("pair_choice"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("pairs.changed-meanwhile");
        }
    }

    private async Task<Failure?> RefusalAsync(PairPractice practice, HandPair choice, AuditContext audit, CancellationToken cancel)
    {
        var policy = PairPolicy.Of((await practices.InUseAsync(db, practice.Id, cancel))!);
        if ((await ReadPairs.SeekersAsync(db, practice, practices, audit.Day, cancel)).FirstOrDefault(s => s.Facts.PlanId == choice.Plan) is not { } seeker)
            return Failure.Of("pairs.not-looking");
        if (choice.Volunteer is not { } wanted)
            return null;
        if ((await ReadPairs.VolunteersAsync(db, practice, policy, cancel)).FirstOrDefault(v => v.Id == wanted) is not { } volunteer)
            return Failure.Of("pairs.volunteer-gone");
        if (PairRefusals.Of(practice, policy, audit.Day, seeker.Facts, volunteer) is { } refused)
            return refused;
        if (await db.VolunteerPairs.AnyAsync(p => p.PlanId == choice.Plan && p.VolunteerId == wanted && p.HeldPlanId == null && p.State != PairState.Lapsed, cancel))
            return Failure.Of("pairs.tried-before");
        return await db.PairChoices.CountAsync(c => c.VolunteerId == wanted && c.PlanId != choice.Plan, cancel) >= volunteer.Free ? Failure.Of("pairs.volunteer-chosen") : null;
    }
}
