using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>What the commands say, in the language of VEJVISER_LANGUAGE (Danish where it is not set); messages go to standard error.</summary>
internal static class CommandTexts
{
    private static readonly Lazy<Texts> Loaded = new(() => Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts")));

    public static Texts Texts => Loaded.Value;

    public static string Language => Environment.GetEnvironmentVariable("VEJVISER_LANGUAGE") is "en" ? "en" : "da";

    /// <summary>Says how it went, and answers the exit code: 0 done, 3 a rule said no.</summary>
    public static int Tell<T>(Result<T> result, string doneKey, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Console.Error.WriteLine(result.IsSuccess ? Texts.Get(Language, doneKey, values) : Texts.Get(Language, result.Failure));
        return result.IsSuccess ? CommonOptions.Ok : CommonOptions.RuleSaidNo;
    }
}
