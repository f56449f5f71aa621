using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>
/// How a command answers: with <c>--json</c> one JSON document on standard output, else short lines in the reader's language.
/// Messages go to standard error.
/// </summary>
internal sealed class CommandVoice(ParseResult parsed)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<Texts> AllTexts = new(() => Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts")));

    /// <summary>On every command that speaks: shared, so that an option's own error can be said in the language asked for.</summary>
    public static Option<string> LanguageOption { get; } = new Option<string>("--lang")
    {
        Description = "Language of the answer. Also VEJVISER_LANGUAGE.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VEJVISER_LANGUAGE") ?? Texts.Languages[0],
    }.AcceptOnlyFromAmong([.. Texts.Languages]);

    public static Option<bool> JsonOption { get; } = CommonOptions.Json();

    public string Language { get; } = LanguageOf(parsed.GetValue(LanguageOption));

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => AllTexts.Value.Get(Language, key, values);

    /// <summary>Answers on standard output and hands back the exit code.</summary>
    public int Answer(JsonNode json, IEnumerable<string> lines, int exitCode = CommonOptions.Ok)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(JsonOption))
            output.WriteLine(json.ToJsonString(Format));
        else
            foreach (var line in lines)
                output.WriteLine(line);
        return exitCode;
    }

    /// <summary>Says on standard error why there is no answer and hands back the exit code.</summary>
    public int Refuse(string message, int exitCode)
    {
        parsed.InvocationConfiguration.Error.WriteLine(message);
        return exitCode;
    }

    public int Refuse(Failure failure, int exitCode) => Refuse(Explain(Language, failure), exitCode);

    public static string Explain(string? language, Failure failure) => AllTexts.Value.Get(LanguageOf(language), failure);

    private static string LanguageOf(string? language) => language is not null && Texts.Languages.Contains(language) ? language : Texts.Languages[0];
}
