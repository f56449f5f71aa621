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

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>What is printed in the letter, and kept nowhere.</summary>
/// <param name="Link">43 letters that stand in an address as they are.</param>
/// <param name="Code">Eight digits.</param>
public sealed record GivenAccess(string Link, string Code, DateTime ExpiresAt);

/// <summary>
/// Gives a person a link and a code to their own page, and ends the one they had. Failures: <c>people.unknown</c>, <c>newcomers.too-young</c>, <c>newcomers.age-unknown</c>,
/// <c>newcomers.given-already</c> where the same form comes twice: the first answer showed the code.
/// </summary>
public sealed class GiveAccess(VejviserDb db, NewcomerSettings settings)
{
    private const int LinkBytes = 32;
    private const int CodeBelow = 100_000_000;
    private static readonly PasswordHasher<NewcomerAccess> Hasher = new();

    public async Task<Result<GivenAccess>> RunAsync(Guid personId, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == personId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        if (person.AgeOn(audit.Day) is not { } age)
            return Failure.Of("newcomers.age-unknown");
        if (age < settings.LeastAge)
            return Failure.Of("newcomers.too-young", ("age", settings.LeastAge));
        var link = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkBytes));
        var code = RandomNumberGenerator.GetInt32(CodeBelow).ToString("D8", CultureInfo.InvariantCulture);
        var access = Make(personId, link, code, audit.At, who.AccountId, audit.At.AddDays(settings.LinkDays));
        await RevokeAccess.EndAsync(db, personId, audit, cancel);
        db.NewcomerAccesses.Add(access);
        var saved = await db.SaveAsync(audit, new AuditSubject(personId, person.HouseholdId, "newcomer-access", access.Id), cancel);
        return saved == SaveOutcome.Saved ? new GivenAccess(link, code, access.ExpiresAt) : Failure.Of("newcomers.given-already");
    }

    internal static NewcomerAccess Make(Guid personId, string link, string code, DateTime now, Guid? by, DateTime until) => new()
    {
        PersonId = personId, LinkHash = HashOf(link), CodeHash = Hasher.HashPassword(null!, code), GivenAt = now, GivenBy = by, ExpiresAt = until,
    };

    internal static byte[] HashOf(string link) => SHA256.HashData(Encoding.UTF8.GetBytes(link));

    internal static bool IsCode(NewcomerAccess access, string code) => Hasher.VerifyHashedPassword(access, access.CodeHash, code) != PasswordVerificationResult.Failed;
}
