using System.Text.Json;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <summary>
/// A condition's answer as a sentence: what was wanted, what was found, or what to ask. The sentences stand under <c>condition.{Code}</c> in
/// <c>texts/</c>: <c>yes</c>, <c>no</c> and <c>unknown</c>, or <c>is</c>, <c>is-not</c> and <c>unknown</c> where the fact itself is yes or no.
/// </summary>
public sealed class ConditionWords(Texts texts, LanguageNames languages)
{
    /// <summary>What a list of codes is a list of, by the condition's code: where their words stand.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["role"] = "people.household-role", ["education"] = "people.education-level", ["english"] = "people.proficiency", ["basis"] = "people.residence-basis",
        ["sex"] = "people.sex", ["phase"] = "people.asylum-phase", ["danish-track"] = "people.danish-track",
    };

    /// <summary>The condition whose figures are days after the arrival, or before it where they are negative.</summary>
    private const string FromArrival = "arrival-days";

    /// <param name="answer">Of a condition of <paramref name="practice"/>.</param>
    /// <param name="practice">For its questions' wording.</param>
    /// <param name="titleOf">What a practice is called, by id.</param>
    /// <param name="language"><c>da</c> or <c>en</c>.</param>
    public string Say(Answer answer, PracticeDefinition practice, Func<string, string> titleOf, string language)
    {
        string Of(string name) => Word(answer, name, titleOf, language);
        var question = answer.Values.GetValueOrDefault("question") as string ?? "";
        return texts.Get(
            language, $"condition.{answer.Code}.{Side(answer)}",
            ("wanted", Of("wanted")), ("found", Of("found")), ("age", answer.Values.GetValueOrDefault("age")), ("since", answer.Values.GetValueOrDefault("since")), ("range", Range(answer, language)),
            ("practices", Of("practices")), ("purpose", texts.Get(language, $"people.consent.{answer.Values.GetValueOrDefault("purpose")}.title")),
            ("question", practice.TextsIn(language).Questions.GetValueOrDefault(question, question)));
    }

    private static string Side(Answer answer)
    {
        if (answer.Truth == Truth.Unknown)
            return "unknown";
        var isYes = answer.Truth == Truth.Yes;
        return answer.Values.GetValueOrDefault("wanted") is bool wanted ? isYes == wanted ? "is" : "is-not" : isYes ? "yes" : "no";
    }

    private string Word(Answer answer, string name, Func<string, string> titleOf, string language) => answer.Values.GetValueOrDefault(name) switch
    {
        null => "",
        int days when answer.Code == FromArrival => Moment(days, language),
        string list when name == "practices" => Join(list, titleOf, language),
        string list when answer.Code == "language" => Join(list, l => languages.Name(l, language), language),
        string list when Codes.TryGetValue(answer.Code, out var group) => Join(list, c => Code(group, c, language), language),
        Enum code when Codes.TryGetValue(answer.Code, out var group) => Code(group, code.ToString(), language),
        var other => Texts.Show(language, other),
    };

    private string Code(string group, string code, string language) => texts.Get(language, $"{group}.{JsonNamingPolicy.KebabCaseLower.ConvertName(code)}");

    private string Join(string list, Func<string, string> word, string language)
    {
        var words = list.Split(',').Select(word).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words[..^1])} {texts.Get(language, "condition.or")} {words[^1]}";
    }

    private string Moment(int days, string language) =>
        texts.Get(language, $"condition.from-arrival.{(days < 0 ? "before" : "after")}-{(Math.Abs(days) == 1 ? "one" : "other")}", ("days", Math.Abs(days)));

    private string Range(Answer answer, string language)
    {
        var (from, to) = (answer.Values.GetValueOrDefault("from"), answer.Values.GetValueOrDefault("to"));
        var kind = (from, to) switch { (not null, not null) => "between", (not null, null) => "from", _ => "to" };
        object? Shown(object? bound) => bound is int days && answer.Code == FromArrival ? Moment(days, language) : bound;
        return texts.Get(language, answer.Code == FromArrival ? $"condition.arrival-range.{kind}" : $"condition.range.{kind}", ("from", Shown(from)), ("to", Shown(to)));
    }
}
