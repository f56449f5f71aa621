using System.Globalization;
using System.Text.Json;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Foundation.People;
using Vejviser.Matching.Pairs;
using Vejviser.Matching.Rules;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>Hosts, households, rules and reasons in the reader's words.</summary>
public sealed class HostingWords(PageTexts text, LanguageNames languages, HousingWords housing)
{
    /// <summary>What is often spoken at home here, for the form; by their names in the reader's language.</summary>
    private static readonly string[] Usual = ["da", "en", "de", "fr", "es", "ar", "fa", "tr", "ti", "so", "uk", "ru", "bs", "ur"];

    public HousingWords Housing => housing;

    public IReadOnlyList<(string Code, string Name)> Choices => [.. Usual.Where(languages.Knows).Select(c => (c, languages.Name(c, text.Language)))];

    public string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(c => languages.Name(c, text.Language)));

    /// <summary>33,3 pct. of per mille.</summary>
    public string Percent(int permille) => text["hosting.percent", ("percent", housing.Number(permille / 10.0))];

    public string Of(HostStanding standing) => text[$"hosting.standing.{Kebab(standing)}"];

    public string Of(Togetherness together) => text[$"hosting.together.{Kebab(together)}"];

    public string Of(MovedOutReason reason) => text[$"hosting.moved-out.{Kebab(reason)}"];

    public string Of(MatchStep step) => text[$"hosting.step.{Kebab(step)}"];

    /// <summary>Ja, nej or ikke svaret.</summary>
    public string Answer(bool? answer) => text[answer switch { true => "hosting.yes", false => "hosting.no", null => "hosting.not-answered" }];

    /// <summary>1 voksen, taler arabisk og engelsk: what may be said before there is a name.</summary>
    public string Guest(GuestFacts guest) => guest.Languages.Count == 0
        ? housing.People(guest.Adults, guest.Children) : text["hosting.guest", ("people", housing.People(guest.Adults, guest.Children)), ("languages", InSentence(Languages(guest.Languages)))];

    /// <summary>Danish writes languages small.</summary>
    private string InSentence(string names) => text.Language == "da" ? names.ToLower(CultureInfo.GetCultureInfo("da-DK")) : names;

    public string Part(RuleScore part) => text[$"hosting.part.{part.Rule}", ("amount", housing.Number(part.Amount)), ("points", housing.Signed(part.Score))];

    /// <summary>What the whole loses: a household without a host is said first.</summary>
    public string Price(PairAlternative price) => price.MoreAlone > 0
        ? text.Count("hosting.price-alone", price.MoreAlone) : text["hosting.price", ("points", housing.Number(price.Price))];

    public string Refusals(IReadOnlyDictionary<string, int> refusals) =>
        string.Join(", ", refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => text.Count($"hosting.refusal.{r.Key}", r.Value)));

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
