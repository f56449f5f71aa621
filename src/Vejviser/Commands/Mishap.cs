using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Hosting;

namespace Vejviser.Cli.Commands;

/// <summary>
/// What a command says where something happened that it did not answer itself: one line on standard error, never the error's own
/// message, which may hold what somebody wrote. VEJVISER_DEBUG shows the whole error to who asks for it.
/// </summary>
internal static class Mishap
{
    public static async Task<int> TellAsync(Exception error, string[] args, TextWriter to)
    {
        var (failure, code) = Explain(error);
        await to.WriteLineAsync(CommandVoice.Explain(LanguageIn(args), failure));
        if (Environment.GetEnvironmentVariable("VEJVISER_DEBUG") is { Length: > 0 })
            await to.WriteLineAsync(error.ToString());
        return code;
    }

    private static (Failure Failure, int Code) Explain(Exception error) => error switch
    {
        SettingsException e => (e.Failure, CommonOptions.BadInput),
        OperationCanceledException => (Failure.Of("command.stopped"), CommonOptions.Failed),
        UnauthorizedAccessException => (Failure.Of("command.denied"), CommonOptions.Failed),
        FileNotFoundException or DirectoryNotFoundException => (Failure.Of("command.file-missing"), CommonOptions.Failed),
        _ when DatabaseErrors.Explain(error) is { } known => (known, CommonOptions.Failed),
        // A setting of the wrong kind, such as a word where a number belongs; the message names the setting and its value.
        InvalidOperationException { InnerException: FormatException, Source: "Microsoft.Extensions.Configuration.Binder" } e =>
            (Failure.Of("settings.not-a-value", ("why", e.Message)), CommonOptions.BadInput),
        _ => (Failure.Of("command.unexpected", ("what", error.GetType().Name)), CommonOptions.Failed),
    };

    /// <summary>True where another program listens on the address.</summary>
    public static bool IsPortTaken(this IOException error) =>
        error.InnerException is AddressInUseException || error.InnerException?.InnerException is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    /// <summary>By hand, because the line itself may be what went wrong.</summary>
    private static string? LanguageIn(string[] args)
    {
        var at = Array.IndexOf(args, "--lang");
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : Environment.GetEnvironmentVariable("VEJVISER_LANGUAGE");
    }
}
