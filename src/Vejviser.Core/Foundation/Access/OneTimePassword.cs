using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Vejviser.Core.Foundation.Access;

/// <summary>A password made by the product, shown once and changed at the first sign-in.</summary>
internal static class OneTimePassword
{
    // Nothing that reads as something else on paper: no 0/o, 1/l/i. 20 of 31 letters are 99 bits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Sets a new one-time password and ends all sessions of the account.</summary>
    /// <returns>The password, four groups of five, such as <c>k7mwp-…</c>.</returns>
    public static string Give(Account account)
    {
        var password = string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password);
        account.MustChangePassword = true;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        EndSessions(account);
        return password;
    }

    /// <summary>What every session carries is no longer what the account has.</summary>
    public static void EndSessions(Account account)
    {
        account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
    }
}
