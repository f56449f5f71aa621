using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans;

/// <param name="PreviewToken">Of <see cref="AnchorMovePreview"/>: where a plan changed since, nothing is moved. Null moves what is there.</param>
public sealed record MoveAnchorInput(AnchorMove Move, string? PreviewToken = null);

/// <param name="WasMovedBefore">The command was handled before: nothing moved now.</param>
public sealed record MovedAnchor(int Plans, int Tasks, bool WasMovedBefore = false);

/// <summary>
/// Moves an anchor: the household's date, and the open, unpinned tasks of its running plans in one set-based update. Where the new day lies
/// under another law, steps come and go too. Failures: those of <see cref="PreviewAnchorMove"/>, <c>plans.changed-since-preview</c>.
/// </summary>
public sealed class MoveAnchor(VejviserDb db, EffectivePractices practices, PlanLaw law, IEnumerable<IPlanFollower>? followers = null)
{
    public async Task<Result<MovedAnchor>> RunAsync(MoveAnchorInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await using var _ = own;
        if (await db.IsHandledAsync(audit, cancel))
            return new MovedAnchor(0, 0, WasMovedBefore: true);
        var statements = new MoveStatements(db, cancel);
        await using var room = await statements.WithRoomAsync();
        await statements.LockAsync(input.Move.Households.Select(h => h.HouseholdId));
        var loaded = await AnchorMoves.LoadAsync(db, practices, law, input.Move, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var moves = loaded.Value;
        if (input.PreviewToken is { } token && token != await PlanFingerprint.OfAsync(db, input.Move, moves, cancel))
            return Failure.Of("plans.changed-since-preview");

        var tasks = moves.Plans.Count == 0 ? 0 : await statements.MoveTasksAsync(moves.Plans);
        await statements.MovePlansAsync(moves.Plans);
        await statements.MoveHouseholdsAsync(moves.Households);
        foreach (var shift in moves.Plans.Where(p => p.CrossesLaw))
            await PlanReviser.ReviseAsync(db, practices, law, shift, cancel);
        if (await db.SaveAsync(audit, Subjects(input.Move, moves), cancel) != SaveOutcome.Saved)
            return new MovedAnchor(0, 0, WasMovedBefore: true);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
            await followers.TellAsync(moves.Plans.Select(p => p.Plan.Practice), audit, cancel);
        }

        return new MovedAnchor(moves.Plans.Count, tasks);
    }

    /// <summary>A row a plan, and one for a household that has none.</summary>
    private static List<AuditSubject> Subjects(AnchorMove move, AnchorMoves moves)
    {
        var byPlan = moves.Plans.Select(p => new AuditSubject(
            HouseholdId: p.Plan.HouseholdId, Entity: "plan", EntityId: p.Plan.Id,
            Details: AuditDetails.Of([.. p.Changes.Select(c => (c.Anchor, (object?)new[] { c.From, c.To }))])));
        var planned = moves.Plans.Select(p => p.Plan.HouseholdId).ToHashSet();
        var dates = move.Households.ToDictionary(h => h.HouseholdId, h => h.Date);
        return [.. byPlan, .. moves.Households.Where(h => !planned.Contains(h.Household.Id)).Select(h => new AuditSubject(
            HouseholdId: h.Household.Id, Entity: "household", EntityId: h.Household.Id, Details: AuditDetails.Of((move.Anchor, dates[h.Household.Id]))))];
    }
}
