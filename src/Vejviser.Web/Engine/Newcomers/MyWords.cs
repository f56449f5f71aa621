using System.Globalization;
using Microsoft.AspNetCore.Http;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>
/// The newcomer's page in the newcomer's language: what they chose on this telephone, else their mother tongue where the page speaks it, else Danish.
/// </summary>
public sealed class MyWords(NewcomerTexts texts, CurrentNewcomer who, IHttpContextAccessor http, PlanLaw law, TimeProvider clock)
{
    public const string Cookie = "vejviser.my.language";

    /// <summary>In the order of the choice, each by its own name.</summary>
    public static IReadOnlyList<(string Code, string Name)> Choices { get; } =
        [("da", "Dansk"), ("en", "English"), ("ar", "العربية"), ("ti", "ትግርኛ"), ("fa", "فارسی"), ("so", "Soomaali"), ("uk", "Українська")];

    public string Language => field ??= Chosen() ?? texts.For(who.Newcomer?.Language) ?? NewcomerTexts.Danish;

    public string Direction => NewcomerTexts.IsRightToLeft(Language) ? "rtl" : "ltr";

    public bool IsNativeChecked => texts.IsNativeChecked(Language);

    public string this[string key] => texts.Get(Language, key);

    public bool Has(string key) => texts.Get(NewcomerTexts.Danish, key) != key;

    /// <summary>A practice in the newcomer's words, with the figures in force and the language they are in: Danish where nobody has written another.</summary>
    public (CitizenTexts Words, string Language) Practice(PracticeDefinition practice)
    {
        foreach (var language in new[] { Language, Language == "fa" ? "prs" : Language, "en", "da" })
            if (practice.CitizenTexts.TryGetValue(language, out var words))
                return (words with { What = Fill(words.What, practice), Choice = Fill(words.Choice, practice) }, language == "prs" ? "fa" : language);
        throw new InvalidOperationException($"{practice.Id} has no words for the newcomer.");
    }

    /// <summary>Weekday, day and month in the language; the Gregorian calendar and western digits everywhere, as on every letter and door here.</summary>
    public string Day(DateOnly date)
    {
        var month = this[$"month.{date.Month.ToString(CultureInfo.InvariantCulture)}"];
        return this["day"].Replace("{weekday}", Weekday(date), StringComparison.Ordinal)
            .Replace("{day}", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{month}", month, StringComparison.Ordinal);
    }

    public string Weekday(DateOnly date) => this[$"weekday.{((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture)}"];

    public string Time(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>The law's names are Danish to all but the English: so they stand on the letters.</summary>
    private string Fill(string text, PracticeDefinition practice) => PracticeTexts.Fill(text, practice, name => law.NameOn(name, clock.Today(), Language == "en" ? "en" : "da"));

    private string? Chosen()
    {
        var chosen = http.HttpContext?.Request.Cookies[Cookie];
        return Choices.Any(c => c.Code == chosen) ? chosen : null;
    }
}
