using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>A host's way to the own page: a link and a code, both kept as hashes only. A new one takes the place of the old.</summary>
public sealed class HostAccess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid HostId { get; init; }

    /// <summary>SHA-256 of the link's secret, 32 bytes.</summary>
    public required byte[] LinkHash { get; init; }

    /// <summary>PBKDF2 of the code, as ASP.NET Core Identity writes it.</summary>
    public required string CodeHash { get; init; }

    public DateTime GivenAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Wrong codes since the last right one.</summary>
    public int WrongTries { get; set; }

    public DateTime? LockedUntil { get; set; }

    public DateTime? LastUsedAt { get; set; }
}

/// <summary>What is printed for the host, and kept nowhere.</summary>
/// <param name="Link">43 letters that stand in an address as they are.</param>
/// <param name="Code">Eight digits.</param>
public sealed record GivenHostAccess(string Link, string Code, DateTime ExpiresAt);

/// <summary>Gives a host a link and a code, and ends what was given before. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown</c>, <c>hosting.given-already</c> where the same form comes twice: the first answer showed the code.</summary>
public sealed class GiveHostAccess(VejviserDb db, HostSettings settings)
{
    private const int LinkBytes = 32;
    private const int CodeBelow = 100_000_000;
    private static readonly PasswordHasher<HostAccess> Hasher = new();

    public async Task<Result<GivenHostAccess>> RunAsync(Guid host, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (!await db.PrivateHosts.AnyAsync(h => h.Id == host && h.State != HostState.Withdrawn, cancel))
            return Failure.Of("hosting.unknown");
        var link = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkBytes));
        var code = RandomNumberGenerator.GetInt32(CodeBelow).ToString("D8", CultureInfo.InvariantCulture);
        var access = Make(host, link, code, audit.At, audit.At.AddDays(settings.LinkDays));
        foreach (var old in await db.HostAccesses.Where(a => a.HostId == host && a.RevokedAt == null).ToListAsync(cancel))
            old.RevokedAt = audit.At;
        db.Add(access);
        return await db.SaveAsync(audit, new AuditSubject(Entity: "host-access", EntityId: access.Id), cancel) == SaveOutcome.Saved ? new GivenHostAccess(link, code, access.ExpiresAt) : Failure.Of("hosting.given-already");
    }

    internal static HostAccess Make(Guid host, string link, string code, DateTime now, DateTime until) => new()
    {
        HostId = host, LinkHash = HashOf(link), CodeHash = Hasher.HashPassword(null!, code), GivenAt = now, ExpiresAt = until,
    };

    internal static byte[] HashOf(string link) => SHA256.HashData(Encoding.UTF8.GetBytes(link));

    internal static bool IsCode(HostAccess access, string code) => Hasher.VerifyHashedPassword(access, access.CodeHash, code) != PasswordVerificationResult.Failed;
}

/// <summary>
/// Signs a host in with a link and its code. A wrong link and a wrong code are told alike, and tries are counted in SQL before the code is looked at: a hundred guesses at the same instant are a hundred tries.
/// Failures: <c>hosting.wrong</c>, <c>hosting.locked</c>.
/// </summary>
public sealed class SignInHost(VejviserDb db, HostSettings settings)
{
    /// <summary>So that an unknown link takes as long as a known one.</summary>
    private static readonly HostAccess Nobody = GiveHostAccess.Make(Guid.Empty, "", "00000000", default, default);

    /// <returns>The access's id, for the session.</returns>
    public async Task<Result<Guid>> RunAsync(string link, string code, DateTime now, CancellationToken cancel)
    {
        var hash = GiveHostAccess.HashOf(link);
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        if (await db.HostAccesses.AsNoTracking().SingleOrDefaultAsync(a => a.LinkHash == hash && a.RevokedAt == null && a.ExpiresAt > now, cancel) is not { } access)
        {
            GiveHostAccess.IsCode(Nobody, digits);
            return Failure.Of("hosting.wrong");
        }

        await db.HostAccesses.Where(a => a.Id == access.Id && a.LockedUntil <= now).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.LockedUntil, (DateTime?)null), cancel);
        if (await db.HostAccesses.Where(a => a.Id == access.Id && a.WrongTries < settings.Tries).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, a => a.WrongTries + 1), cancel) == 0)
            return Failure.Of("hosting.locked", ("minutes", settings.LockMinutes));
        var isRight = GiveHostAccess.IsCode(access, digits);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (isRight)
            await db.HostAccesses.Where(a => a.Id == access.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.WrongTries, 0).SetProperty(a => a.LastUsedAt, now), cancel);
        else
            await db.HostAccesses.Where(a => a.Id == access.Id && a.WrongTries >= settings.Tries && a.LockedUntil == null).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockedUntil, now.AddMinutes(settings.LockMinutes)), cancel);
        await db.SaveAsync(new AuditContext(null, isRight ? "hosting.sign-in" : "hosting.wrong-code", now), new AuditSubject(Entity: "host-access", EntityId: access.Id), cancel);
        await transaction.CommitAsync(cancel);
        return isRight ? access.Id : Failure.Of("hosting.wrong");
    }
}
