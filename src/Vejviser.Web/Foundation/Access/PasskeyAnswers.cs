using Microsoft.AspNetCore.Identity;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Foundation.Access;

/// <summary>A browser's answer to a passkey question. One that nobody asked for, which the framework throws at, is an answer that fails.</summary>
internal static class PasskeyAnswers
{
    public static async Task<PasskeyAssertionResult<Account>?> ShownAsync(this SignInManager<Account> signIn, string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static async Task<PasskeyAttestationResult?> MadeAsync(this SignInManager<Account> signIn, string? credential)
    {
        try
        {
            return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
