using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>
/// Gives the places of a period to those whose turn it is; who has a turn keeps it. Then one may be changed by hand, and what was served is noted. Failures: <c>guides.forbidden</c>,
/// <c>guides.none</c> (nobody to give a place to), <c>guides.unknown-turn</c>, <c>guides.unknown</c>, <c>guides.already-there</c>, <c>guides.minutes</c>, <c>guides.not-yet</c>, <c>guides.changed-meanwhile</c>.
/// </summary>
public sealed class AssignGuides(VejviserDb db, ReadGuides read)
{
    private const int MostMinutes = 12 * 60;

    /// <returns>How many places were given.</returns>
    public async Task<Result<int>> RunAsync(DateOnly from, DateOnly to, Reader by, AuditContext audit, CancellationToken cancel = default)
    {
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("guides.forbidden");
        if (await db.IsHandledAsync(audit, cancel))
            return 0;
        var proposals = (await read.RunAsync(db, from, to, cancel)).Proposals;
        if (proposals.Count == 0)
            return Failure.Of("guides.none");
        var turns = proposals.Select(p => new GuideTurn { GuideId = p.GuideId, Meeting = p.Place.Meeting, Day = p.Place.Day, Number = p.Place.Number }).ToList();
        db.GuideTurns.AddRange(turns);
        var saved = await SaveAsync(audit, [.. turns.Select(t => Subject(t, ("guide", t.GuideId)))], cancel);
        return saved.IsSuccess ? turns.Count : saved.Failure;
    }

    public async Task<Result<Done>> ChangeAsync(Guid turnId, Guid guideId, Reader by, AuditContext audit, CancellationToken cancel = default)
    {
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("guides.forbidden");
        if (await db.GuideTurns.SingleOrDefaultAsync(t => t.Id == turnId, cancel) is not { } turn)
            return Failure.Of("guides.unknown-turn");
        if (turn.GuideId == guideId)
            return Done.Result;
        if (!await db.Guides.AnyAsync(g => g.Id == guideId && !g.IsClosed, cancel))
            return Failure.Of("guides.unknown");
        if (await db.GuideTurns.AnyAsync(t => t.Meeting == turn.Meeting && t.Day == turn.Day && t.GuideId == guideId, cancel))
            return Failure.Of("guides.already-there");
        var before = turn.GuideId;
        turn.GuideId = guideId;
        return await SaveAsync(audit, [Subject(turn, ("guide", new[] { before, guideId }))], cancel);
    }

    /// <param name="minutes">0 where the guide did not come.</param>
    public async Task<Result<Done>> NoteAsync(Guid turnId, int minutes, Reader by, AuditContext audit, CancellationToken cancel = default)
    {
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("guides.forbidden");
        if (await db.GuideTurns.SingleOrDefaultAsync(t => t.Id == turnId, cancel) is not { } turn)
            return Failure.Of("guides.unknown-turn");
        if (minutes is < 0 or > MostMinutes)
            return Failure.Of("guides.minutes", ("most", MostMinutes));
        if (turn.Day > audit.Day)
            return Failure.Of("guides.not-yet", ("date", turn.Day));
        if (turn.Minutes == minutes)
            return Done.Result;
        turn.Minutes = minutes;
        return await SaveAsync(audit, [Subject(turn, ("minutes", minutes))], cancel);
    }

    private static AuditSubject Subject(GuideTurn turn, params (string Name, object? Value)[] details) => new(Entity: "guide-turn", EntityId: turn.Id, Details: AuditDetails.Of([("meeting", turn.Meeting), ("on", turn.Day), .. details]));

    private async Task<Result<Done>> SaveAsync(AuditContext audit, IReadOnlyCollection<AuditSubject> subjects, CancellationToken cancel)
    {
        try
        {
            return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("guides.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("guide_turn"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("guides.changed-meanwhile");
        }
    }
}
