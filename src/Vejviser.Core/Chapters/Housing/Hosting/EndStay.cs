using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="HostGoesOn">The host will have another household: it is proposed by itself.</param>
public sealed record EndStayInput(Guid MatchId, MovedOutReason Reason, bool HostGoesOn);

/// <summary>
/// A household moves out of a host's home: to a home of its own, because its family has come, or otherwise. The same host gets the next proposal by itself. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown-match</c>,
/// <c>hosting.not-living-there</c>, <c>hosting.moved-out-why</c>, <c>hosting.changed-meanwhile</c>.
/// </summary>
public sealed class EndStay(VejviserDb db, AnswerMatch answers, ProposeNext next)
{
    public async Task<Result<Done>> RunAsync(EndStayInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.HostMatches.SingleOrDefaultAsync(m => m.Id == input.MatchId, cancel) is not { } match)
            return Failure.Of("hosting.unknown-match");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (match.Step != MatchStep.Housed)
            return Failure.Of("hosting.not-living-there");
        if (!Enum.IsDefined(input.Reason))
            return Failure.Of("hosting.moved-out-why");
        if (await SaveAsync(match, input.Reason, input.HostGoesOn, audit.Day, audit, cancel) == SaveOutcome.Conflict)
            return Failure.Of("hosting.changed-meanwhile");
        if (input.HostGoesOn)
            await next.RunAsync(audit, cancel);
        return Done.Result;
    }

    /// <summary>
    /// Ends by itself, on the first day of the lease of their own, each stay whose household has a permanent home that is confirmed, unless staff have said that they stay on. Twice at once ends each once: each match has its version.
    /// </summary>
    /// <returns>How many have ended.</returns>
    public async Task<int> ByOwnHomeAsync(AuditContext audit, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var due = await (from m in db.HostMatches
                         where m.EndedOn == null && m.LeaseId != null && !m.StaysOn
                         join l in OwnHomes(db) on m.HouseholdId equals l.HouseholdId
                         where l.From <= audit.Day
                         orderby m.Id
                         select new { m.Id, l.From }).ToListAsync(cancel);
        var ended = 0;
        foreach (var stay in due)
            // Read anew each time: one that somebody else changes at this moment takes nothing of the others with it.
            if (await db.HostMatches.SingleOrDefaultAsync(m => m.Id == stay.Id && m.EndedOn == null && !m.StaysOn, cancel) is { } match
                && await SaveAsync(match, MovedOutReason.OwnHome, hostGoesOn: true, stay.From, audit with { Action = "hosting.end-stay-by-own-home", CommandId = null }, cancel) == SaveOutcome.Saved)
                ended++;
        if (ended > 0)
            await next.RunAsync(audit, cancel);
        return ended;
    }

    /// <summary>The first day in a permanent home that an association has confirmed; null where the household has none.</summary>
    public static async Task<DateOnly?> OwnHomeFromAsync(VejviserDb db, Guid household, CancellationToken cancel) =>
        await OwnHomes(db).Where(l => l.HouseholdId == household).Select(l => (DateOnly?)l.From).MinAsync(cancel);

    private static IQueryable<Lease> OwnHomes(VejviserDb db) =>
        db.Leases.Where(l => l.HeldDwellingId != null && l.To == null && db.Nominations.Any(n => n.LeaseId == l.Id && n.State == NominationState.Confirmed));

    private async Task<SaveOutcome> SaveAsync(HostMatch match, MovedOutReason reason, bool hostGoesOn, DateOnly day, AuditContext audit, CancellationToken cancel)
    {
        (await db.Leases.SingleAsync(l => l.Id == match.LeaseId, cancel)).End(day);
        match.MovedOut = reason;
        match.Close(day);
        var host = await db.PrivateHosts.SingleAsync(h => h.Id == match.HostId, cancel);
        host.WaitingSince = hostGoesOn ? day : null;
        if (hostGoesOn)
            await answers.OweAsync(host, audit.Day, cancel);
        else
            await WithdrawHost.EndAsync(db, host, audit, cancel);
        return await db.SaveAsync(audit, [PutForward.Subject(match), new AuditSubject(HouseholdId: match.HouseholdId, Entity: "lease", EntityId: match.LeaseId)], cancel);
    }
}
