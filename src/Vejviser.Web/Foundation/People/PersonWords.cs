using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.People;

/// <summary>A person's data in the reader's words: codes, languages, countries, what is known of a birth date.</summary>
public sealed class PersonWords(PageTexts text, LanguageNames languages)
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<SelectListItem>> CountriesByLanguage = new(StringComparer.Ordinal);

    /// <summary>Those without a state, as travel documents write them (ICAO 9303).</summary>
    private const string Stateless = "XXA";

    /// <summary>Such as <c>people.sex.female</c>.</summary>
    public string Of<T>(T code)
        where T : struct, Enum => text[$"people.{Kebab(typeof(T).Name)}.{Kebab(code.ToString())}"];

    public IEnumerable<SelectListItem> Options<T>(params IReadOnlyCollection<T> without)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => !without.Contains(v)).Select(v => new SelectListItem(Of(v), v.ToString()));

    public string Language(string? code) => languages.Name(code, text.Language);

    public IEnumerable<SelectListItem> Languages() => languages.All
        .Select(l => new SelectListItem(l.Native.Length == 0 || l.Native == l.In(text.Language) ? l.In(text.Language) : $"{l.In(text.Language)} ({l.Native})", l.Code))
        .OrderBy(l => l.Text, StringComparer.Create(Culture, ignoreCase: true));

    public string Country(string? code) => code is null ? "" : Countries().FirstOrDefault(c => c.Value == code)?.Text ?? code;

    /// <summary>By ISO 3166-1 alpha-3, in the reader's alphabet.</summary>
    public IReadOnlyList<SelectListItem> Countries() => CountriesByLanguage.GetOrAdd(text.Language, _ =>
    [
        new SelectListItem(text["people.stateless"], Stateless),
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => new RegionInfo(c.Name))
            .Where(r => r.ThreeLetterISORegionName is { Length: 3 } code && code.All(char.IsAsciiLetterUpper))
            .DistinctBy(r => r.ThreeLetterISORegionName, StringComparer.Ordinal)
            .Select(r => new SelectListItem(r.DisplayName, r.ThreeLetterISORegionName))
            .OrderBy(c => c.Text, StringComparer.Create(Culture, ignoreCase: true)),
    ]);

    /// <summary>12-03-1990 (35 år); 1990 (cirka 35 år); ukendt.</summary>
    public string Birth(DateOnly? date, int? year, DateOnly today)
    {
        var age = Age.On(today, date, year);
        return (date, year) switch
        {
            (not null, _) => text["people.birth.date", ("date", date), ("age", age)],
            (null, not null) => text["people.birth.year", ("year", year.Value.ToString(CultureInfo.InvariantCulture)), ("age", age)],
            _ => text["people.birth.unknown"],
        };
    }

    /// <summary>A field's value as a reader says it; an empty text where nothing is known.</summary>
    public string Value(PersonField field, Person person) => field.Value(person) switch
    {
        null => "",
        Sex v => Of(v),
        HouseholdRole v => Of(v),
        Proficiency v => Of(v),
        EducationLevel v => Of(v),
        ResidenceBasis v => Of(v),
        AsylumPhase v => Of(v),
        DanishTrack v => Of(v),
        bool v => text[v ? "people.yes" : "people.no"],
        DateOnly v => text.Date(v),
        int v => v.ToString(CultureInfo.InvariantCulture),
        string v when field.Code == "nationality" => Country(v),
        string v when field.Code == "language" => Language(v),
        var v => v.ToString() ?? "",
    };

    private CultureInfo Culture => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB");

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
