using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>A host's way to the own page.</summary>
public sealed class HostAccess : LinkAccess
{
    public Guid HostId { get; init; }
}

/// <summary>Gives a host a link and a code, and ends what was given before. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown</c>, <c>hosting.given-already</c> where the same form comes twice, or another gives one at the same moment: the first answer showed the code.</summary>
public sealed class GiveHostAccess(VejviserDb db, HostSettings settings)
{
    public async Task<Result<GivenAccess>> RunAsync(Guid host, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (!await db.PrivateHosts.AnyAsync(h => h.Id == host && h.State != HostState.Withdrawn, cancel))
            return Failure.Of("hosting.unknown");
        var given = LinkSecrets.New(audit.At.AddDays(settings.LinkDays));
        await RevokeAsync(db, host, audit.At, cancel);
        var access = db.Add(Make(host, given, audit.At)).Entity;
        try
        {
            return await db.SaveAsync(audit, new AuditSubject(Entity: "host-access", EntityId: access.Id), cancel) == SaveOutcome.Saved ? given : Failure.Of("hosting.given-already");
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("host_access"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("hosting.given-already");
        }
    }

    internal static HostAccess Make(Guid host, GivenAccess given, DateTime now) => new()
    {
        HostId = host, LinkHash = LinkSecrets.HashOf(given.Link), CodeHash = LinkSecrets.HashOfCode(given.Code), GivenAt = now, ExpiresAt = given.ExpiresAt,
    };

    /// <summary>Ends what is in force in the context; the caller saves.</summary>
    internal static async Task RevokeAsync(VejviserDb db, Guid host, DateTime now, CancellationToken cancel)
    {
        foreach (var access in await db.HostAccesses.Where(a => a.HostId == host && a.RevokedAt == null).ToListAsync(cancel))
            access.RevokedAt = now;
    }
}

/// <summary>Signs a host in with the paper's link and code; see <see cref="SignInByLink"/>. Failures: <c>hosting.wrong</c>, <c>hosting.locked</c>.</summary>
public sealed class SignInHost(VejviserDb db, HostSettings settings)
{
    /// <returns>The access's id, for the session.</returns>
    public Task<Result<Guid>> RunAsync(string link, string code, DateTime now, CancellationToken cancel) => SignInByLink.RunAsync(
        db, new LinkRealm<HostAccess>("hosting", settings.Tries, settings.LockMinutes, a => new AuditSubject(Entity: "host-access", EntityId: a.Id)), link, code, now, cancel);
}
