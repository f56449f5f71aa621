using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>
/// Staff say that a household stays on with its host though a home of its own is confirmed, or that it moves after all. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown-match</c>, <c>hosting.not-living-there</c>,
/// <c>hosting.changed-meanwhile</c>.
/// </summary>
public static class StayOn
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, bool staysOn, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.HostMatches.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } match)
            return Failure.Of("hosting.unknown-match");
        if (match.Step != MatchStep.Housed)
            return Failure.Of("hosting.not-living-there");
        if (match.StaysOn == staysOn)
            return Done.Result;
        match.StaysOn = staysOn;
        match.Version++;
        return await db.SaveAsync(audit, PutForward.Subject(match), cancel) == SaveOutcome.Conflict ? Failure.Of("hosting.changed-meanwhile") : Done.Result;
    }
}
