using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Vejviser.Core.Foundation.Access;

/// <summary>The way to a page of one's own for somebody without an account: a link and a code, both kept as hashes only. Whose it is stands in the kinds of it; a new one takes the place of the old.</summary>
public abstract class LinkAccess
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

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

/// <summary>What is printed for whom it is for, and kept nowhere.</summary>
/// <param name="Link">43 letters that stand in an address as they are.</param>
/// <param name="Code">Eight digits.</param>
public sealed record GivenAccess(string Link, string Code, DateTime ExpiresAt);

/// <summary>Makes links and codes, and what is kept of them.</summary>
public static class LinkSecrets
{
    private const int LinkBytes = 32;
    private const int CodeBelow = 100_000_000;
    private static readonly PasswordHasher<LinkAccess> Hasher = new();

    public static GivenAccess New(DateTime expiresAt) => new(
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkBytes)), RandomNumberGenerator.GetInt32(CodeBelow).ToString("D8", CultureInfo.InvariantCulture), expiresAt);

    public static byte[] HashOf(string link) => SHA256.HashData(Encoding.UTF8.GetBytes(link));

    public static string HashOfCode(string code) => Hasher.HashPassword(null!, code);

    internal static bool IsCode(string codeHash, string code) => Hasher.VerifyHashedPassword(null!, codeHash, code) != PasswordVerificationResult.Failed;
}
