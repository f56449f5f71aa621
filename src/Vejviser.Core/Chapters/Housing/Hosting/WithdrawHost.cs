using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>
/// A host wishes to be one no more: the room leaves the register, an open match ends, the own page closes. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown</c>, <c>hosting.lived-in</c> (the household moves out first),
/// <c>hosting.changed-meanwhile</c>.
/// </summary>
public static class WithdrawHost
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid id, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.PrivateHosts.SingleOrDefaultAsync(h => h.Id == id, cancel) is not { } host)
            return Failure.Of("hosting.unknown");
        if (host.State == HostState.Withdrawn)
            return Done.Result;
        if (host.DwellingId is { } home && await db.Leases.AnyAsync(l => l.HeldDwellingId == home, cancel))
            return Failure.Of("hosting.lived-in");
        await EndAsync(db, host, audit, cancel);
        (await db.HostMatches.SingleOrDefaultAsync(m => m.StandingHostId == id, cancel))?.Close(audit.Day);
        return await db.SaveAsync(audit, new AuditSubject(Entity: "private-host", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("hosting.changed-meanwhile") : Done.Result;
    }

    /// <summary>In the context; the caller saves. The room leaves the register, the municipality's leases end, the own page closes.</summary>
    internal static async Task EndAsync(VejviserDb db, PrivateHost host, AuditContext audit, CancellationToken cancel)
    {
        host.State = HostState.Withdrawn;
        host.Version++;
        await JudgeHost.TakeBackAsync(db, host, cancel);
        await GiveHostAccess.RevokeAsync(db, host.Id, audit.At, cancel);
        foreach (var lease in await db.HostLeases.Where(l => l.HostId == host.Id && l.EndedOn == null && l.To > audit.Day).ToListAsync(cancel))
            lease.EndedOn = audit.Day;
    }
}
