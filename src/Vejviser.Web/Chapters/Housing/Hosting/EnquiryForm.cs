using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>How the public form tells a person from a machine without asking anybody to read a picture: when it was shown, sealed by the server, and a field that only machines fill in.</summary>
public sealed class EnquiryForm(IDataProtectionProvider protection, HostSettings settings, TimeProvider clock)
{
    private readonly IDataProtector seal = protection.CreateProtector("Vejviser.HostEnquiry");

    public enum Verdict
    {
        Person = 1,

        /// <summary>Sent sooner than anybody can read it.</summary>
        TooFast,

        /// <summary>Not our seal, or one of yesterday: shown anew.</summary>
        Stale,
    }

    /// <summary>The moment, sealed.</summary>
    public string Shown() => seal.Protect(clock.Now().Ticks.ToString(CultureInfo.InvariantCulture));

    public Verdict Judge(string? shown)
    {
        if (Read(shown) is not { } at || clock.Now() - at > TimeSpan.FromHours(settings.FormHours))
            return Verdict.Stale;
        return clock.Now() - at < TimeSpan.FromSeconds(settings.LeastSeconds) ? Verdict.TooFast : Verdict.Person;
    }

    private DateTime? Read(string? shown)
    {
        try
        {
            return shown is { Length: > 0 and < 1000 } ? new DateTime(long.Parse(seal.Unprotect(shown), CultureInfo.InvariantCulture), DateTimeKind.Utc) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
