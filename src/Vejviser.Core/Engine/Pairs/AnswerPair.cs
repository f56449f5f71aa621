using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <param name="Party">Whose answer it is.</param>
/// <param name="Note">Why not, in words.</param>
public sealed record AnswerPairInput(Guid PairId, PairParty Party, bool IsYes, string? Note);

/// <summary>
/// One side answers; the plan's step that it amounts to is done with it or not at all. A no frees both at once, and they are not proposed each other again; when both have said yes it is agreed, if no rule has come to stand in the way. An association answers for its volunteers
/// alone. Failures: <c>pairs.unknown</c>, <c>pairs.forbidden</c>, <c>pairs.too-long</c>, <c>pairs.not-asked</c> (too late: it is decided already, or one of them is gone), <c>pairs.refused-…</c>,
/// <c>pairs.changed-meanwhile</c>.
/// </summary>
public sealed class AnswerPair(VejviserDb db, EffectivePractices practices, PairPractices all, PairSteps steps)
{
    public async Task<Result<PairState>> RunAsync(AnswerPairInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (who.PartnerId is not null && input.Party != PairParty.Volunteer)
            return Failure.Of("pairs.forbidden");
        if (input.Note?.Length > ChoosePair.MostCharacters)
            return Failure.Of("pairs.too-long", ("most", ChoosePair.MostCharacters));
        var found = await PairChange.FindAsync(db, input.PairId, who, audit.Day, cancel);
        return found.IsSuccess ? await AnswerAsync(found.Value.Pair, found.Value.Plan, input, by: null, audit, cancel) : found.Failure;
    }

    /// <summary>The newcomer's own answer, on their own page. What is not theirs to answer, or no more, is <c>pairs.not-asked</c>.</summary>
    /// <param name="household">Theirs, where they answer for it too; else null.</param>
    public async Task<Result<PairState>> ByNewcomerAsync(Guid pairId, bool isYes, Guid person, Guid? household, AuditContext audit, CancellationToken cancel = default)
    {
        if (await ProposedVolunteer.PairsOf(db, person, household).SingleOrDefaultAsync(p => p.Id == pairId, cancel) is not { } pair)
            return await db.IsHandledAsync(audit, cancel) ? PairState.Declined : Failure.Of("pairs.not-asked");
        return await AnswerAsync(pair, await db.Plans.SingleAsync(p => p.Id == pair.PlanId, cancel), new AnswerPairInput(pairId, PairParty.Newcomer, isYes, null), person, audit, cancel);
    }

    /// <param name="by">The newcomer who answers; null where somebody with an account does.</param>
    private async Task<Result<PairState>> AnswerAsync(VolunteerPair pair, Plan plan, AnswerPairInput input, Guid? by, AuditContext audit, CancellationToken cancel)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return pair.State;
        if (pair.State != PairState.Asked)
            return Failure.Of("pairs.not-asked");
        if (!input.IsYes)
        {
            (pair.DeclinedBy, pair.Note) = (input.Party, input.Note.OrNull());
            pair.LetGo(PairState.Declined, audit.Day);
        }
        else if (await SayYesAsync(pair, plan, input.Party, audit, cancel) is { } refused)
        {
            return refused;
        }

        var said = PairChange.Subject(pair, plan, ("party", input.Party.ToString()), ("yes", input.IsYes));
        await using var both = await db.Database.BeginTransactionAsync(cancel);
        if (await db.SaveAsync(audit, by is null ? said : said with { PersonId = by }, cancel) == SaveOutcome.Conflict)
            return Failure.Of("pairs.changed-meanwhile");
        if (pair.State == PairState.Agreed)
            await steps.FinishAsync(plan.Id, PairSteps.BothSayYes, note: null, audit, cancel);
        await both.CommitAsync(cancel);
        return pair.State;
    }

    private async Task<Failure?> SayYesAsync(VolunteerPair pair, Plan plan, PairParty party, AuditContext audit, CancellationToken cancel)
    {
        var practice = all.Find(pair.Practice)!;
        var policy = PairPolicy.Of((await practices.InUseAsync(db, practice.Id, cancel))!);
        var newcomer = (await ReadPairs.OfAsync(db, practice, practices, db.Plans.Where(p => p.Id == plan.Id), audit.Day, cancel)).SingleOrDefault();
        var volunteer = (await ReadPairs.OfAsync(db, practice, policy, db.Volunteers.Where(v => v.Id == pair.VolunteerId && !v.IsWithdrawn), cancel)).SingleOrDefault();
        if (newcomer is null || volunteer is null || plan.State != PlanState.Running)
            return Failure.Of("pairs.not-asked");
        if (PairRefusals.Of(practice, policy, audit.Day, newcomer.Facts, volunteer) is { } refused)
            return refused;
        if (party == PairParty.Newcomer)
            pair.NewcomerYesAt ??= audit.At;
        else
            pair.VolunteerYesAt ??= audit.At;
        if (pair is { NewcomerYesAt: not null, VolunteerYesAt: not null })
            pair.State = PairState.Agreed;
        pair.Version++;
        return null;
    }
}
