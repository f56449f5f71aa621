using System.CommandLine;
using System.Text.Json.Nodes;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Cli.Commands;

/// <summary><c>vejviser cpr check</c>: what a CPR number says, without a database. Never prints the number, only its masked form.</summary>
internal static class CprCommands
{
    /// <param name="input">Where the number is read from when none was written, so that no shell history keeps it.</param>
    public static Command Build(TextReader input)
    {
        var number = new Argument<string[]>("number")
        {
            Description = "The number; left out, it is read from standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Command("check", "Whether a CPR number is valid, and what it says.") { number, CommandVoice.JsonOption, CommandVoice.LanguageOption };
        check.SetAction(parsed =>
        {
            var voice = new CommandVoice(parsed);
            var written = string.Join(' ', parsed.GetValue(number) ?? []);
            var text = written.Length > 0 ? written : input.ReadLine();
            return string.IsNullOrWhiteSpace(text) ? voice.Refuse(voice.Say("cpr.check.ask"), CommonOptions.BadInput) : Check(text, voice);
        });
        return new Command("cpr", "CPR numbers.") { check };
    }

    private static int Check(string text, CommandVoice voice)
    {
        var parsed = CprNumber.Parse(text);
        if (!parsed.IsSuccess)
        {
            voice.Refuse(parsed.Failure, CommonOptions.RuleSaidNo);
            return voice.Answer(Json(isValid: false, default), [], CommonOptions.RuleSaidNo);
        }

        var number = parsed.Value;
        return voice.Answer(Json(isValid: true, number), Lines(number, voice));
    }

    private static JsonObject Json(bool isValid, CprNumber number) => new()
    {
        ["valid"] = isValid,
        ["birthDate"] = isValid ? Law.LawCommands.Iso(number.BirthDate) : null,
        ["replacement"] = number.IsReplacement,
        ["modulus11"] = number.FitsModulus11,
    };

    private static IEnumerable<string> Lines(CprNumber number, CommandVoice voice)
    {
        yield return voice.Say("cpr.check.valid", ("masked", number.Masked), ("date", number.BirthDate));
        if (number.IsReplacement)
        {
            yield return voice.Say("cpr.check.replacement");
            yield return voice.Say("cpr.check.replacement-modulus-11");
        }
        else
        {
            yield return voice.Say(number.FitsModulus11 ? "cpr.check.modulus-11" : "cpr.check.no-modulus-11");
        }
    }
}
