using Microsoft.EntityFrameworkCore;
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
        (await db.Leases.SingleAsync(l => l.Id == match.LeaseId, cancel)).End(audit.Day);
        match.MovedOut = input.Reason;
        match.Close(audit.Day);
        var host = await db.PrivateHosts.SingleAsync(h => h.Id == match.HostId, cancel);
        host.WaitingSince = input.HostGoesOn ? audit.Day : null;
        if (input.HostGoesOn)
            await answers.OweAsync(host, audit.Day, cancel);
        else
            await WithdrawHost.EndAsync(db, host, audit, cancel);
        if (await db.SaveAsync(audit, [PutForward.Subject(match), new AuditSubject(HouseholdId: match.HouseholdId, Entity: "lease", EntityId: match.LeaseId)], cancel) == SaveOutcome.Conflict)
            return Failure.Of("hosting.changed-meanwhile");
        if (input.HostGoesOn)
            await next.RunAsync(audit, cancel);
        return Done.Result;
    }
}
