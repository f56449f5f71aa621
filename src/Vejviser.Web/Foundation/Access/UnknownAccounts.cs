using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Foundation.Access;

/// <summary>
/// Answers tries for accounts that do not exist as it answers those that do: as slowly, and with the same word after as many
/// tries, so that nobody learns who works here.
/// </summary>
internal sealed class UnknownAccounts(IPasswordHasher<Account> hasher, IOptionsMonitor<SignInSettings> settings, TimeProvider clock) : IDisposable
{
    private static readonly Account Nobody = new() { DisplayName = "" };

    private readonly Lazy<string> hash = new(() => hasher.HashPassword(Nobody, Guid.CreateVersion7().ToString()));

    // Full of made-up names it forgets the oldest: nothing is lost but the likeness.
    private readonly MemoryCache tries = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    /// <returns>True where the made-up account is now locked.</returns>
    public bool IsLockedAfter(string email, string password)
    {
        hasher.VerifyHashedPassword(Nobody, hash.Value, password);
        var now = clock.GetUtcNow();
        var rules = settings.CurrentValue;
        lock (tries)
        {
            var (count, until) = tries.TryGetValue(email, out (int Count, DateTimeOffset Until) known) ? known : default;
            if (until > now)
                return true;
            var locks = count + 1 >= rules.LockoutTries;
            tries.Set(email, locks ? (0, now + rules.Lockout) : (count + 1, default), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(1) });
            return locks;
        }
    }

    public void Dispose() => tries.Dispose();
}
