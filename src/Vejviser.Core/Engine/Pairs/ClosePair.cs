using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <param name="Outcomes">Each outcome of the practice: whether it is so.</param>
/// <param name="Note">What came of it, in words.</param>
public sealed record ClosePairInput(Guid PairId, IReadOnlyDictionary<string, bool> Outcomes, string? Note);

/// <summary>
/// Closes a pair in its last month with what came of it, or breaks it off before with a reason. The outcomes are the plan's, where the practice's measures count them; the volunteer's place is free again, and the plan
/// itself goes on until somebody ends it. Failures: <c>pairs.unknown</c>, <c>pairs.not-agreed</c>, <c>pairs.close-early</c>, <c>pairs.outcomes-missing</c>, <c>pairs.note-missing</c>, <c>pairs.too-long</c>,
/// <c>pairs.break-reason</c>, <c>pairs.changed-meanwhile</c>.
/// </summary>
public sealed class ClosePair(VejviserDb db, EffectivePractices practices, PairPractices kinds, PairSteps steps)
{
    public const int MostCharacters = 2000;

    public async Task<Result<Done>> RunAsync(ClosePairInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var found = await FindAsync(input.PairId, input.Note, who, audit, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        var (pair, plan) = found.Value;
        if (pair.State != PairState.Agreed || pair.StartOn is not { } start)
            return Failure.Of("pairs.not-agreed");
        var (practice, definition) = (kinds.Find(pair.Practice)!, await practices.OfAsync(db, plan.PracticeVersionId, cancel));
        if (audit.Day < LastMonth(start, definition.LimitOf(practice.Months)))
            return Failure.Of("pairs.close-early", ("from", LastMonth(start, definition.LimitOf(practice.Months))));
        if (definition.Outcomes.Any(o => !input.Outcomes.ContainsKey(o)))
            return Failure.Of("pairs.outcomes-missing");
        if (string.IsNullOrWhiteSpace(input.Note))
            return Failure.Of("pairs.note-missing");
        var registered = new List<AuditSubject>();
        foreach (var outcome in definition.Outcomes)
            registered.AddRange(await RegisterOutcome.PutAsync(db, plan, new RegisterOutcomeInput(plan.Id, outcome, input.Outcomes[outcome], audit.Day), audit, cancel) is { } subject ? [subject] : []);
        pair.Note = input.Note.Trim();
        pair.LetGo(PairState.Closed, audit.Day);
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        if (await db.SaveAsync(audit, [PairChange.Subject(pair, plan), .. registered], cancel) == SaveOutcome.Conflict)
            return Failure.Of("pairs.changed-meanwhile");
        foreach (var step in practice.ClosingSteps)
            await steps.FinishAsync(plan.Id, step, input.Note.Trim(), audit, cancel);
        await all.CommitAsync(cancel);
        return Done.Result;
    }

    /// <param name="reason">A reason's id in the definition.</param>
    public async Task<Result<Done>> BreakOffAsync(Guid pairId, string? reason, string? note, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var found = await FindAsync(pairId, note, who, audit, cancel);
        if (!found.IsSuccess)
            return found.Failure;
        var (pair, plan) = found.Value;
        if (!pair.Holds)
            return Failure.Of("pairs.not-agreed");
        if (reason is null || !(await practices.OfAsync(db, plan.PracticeVersionId, cancel)).Ending.BrokenOff.Contains(reason))
            return Failure.Of("pairs.break-reason");
        (pair.EndReason, pair.Note) = (reason, note.OrNull());
        pair.LetGo(PairState.BrokenOff, audit.Day);
        return await PairChange.SaveAsync(db, pair, plan, audit, cancel, ("reason", reason));
    }

    /// <summary>The first day a pair can be closed as carried through: the last of its months has begun.</summary>
    public static DateOnly LastMonth(DateOnly start, int months) => start.AddMonths(months - 1);

    private async Task<Result<(VolunteerPair Pair, Plan Plan)>> FindAsync(Guid id, string? note, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.unknown");
        return note?.Length > MostCharacters ? Failure.Of("pairs.too-long", ("most", MostCharacters)) : await PairChange.FindAsync(db, id, who, audit.Day, cancel);
    }
}
