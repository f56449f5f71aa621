using System.Globalization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Shared;

/// <summary>The texts in this request's language. In pages: <c>@T["nav.work"]</c>, <c>@T["format.week", ("week", 47)]</c>.</summary>
public sealed class PageTexts(Texts texts)
{
    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? "en" : "da";

    public string this[string key] => texts.Get(Language, key);

    public string this[string key, params ReadOnlySpan<(string Name, object? Value)> values] => texts.Get(Language, key, values);

    public string this[Failure failure] => texts.Get(Language, failure);

    /// <summary>Counted texts: <c>key.one</c> for 1, else <c>key.other</c>, with <c>{count}</c>.</summary>
    public string Count(string key, int count) => texts.Get(Language, count == 1 ? $"{key}.one" : $"{key}.other", ("count", count));

    /// <summary>12-03-2026; an empty text where there is none.</summary>
    public string Date(DateOnly? date) => date is null ? "" : Texts.Show(Language, date);

    /// <summary>tor. 12. marts, with the year where it is not this one.</summary>
    public string Day(DateOnly date, DateOnly today) => date.ToDateTime(TimeOnly.MinValue).ToString(
        (Language == "da" ? "ddd d. MMM" : "ddd d MMM") + (date.Year == today.Year ? "" : " yyyy"), Culture);

    /// <summary>12-03-2026 kl. 14.30, by the clock on the town hall.</summary>
    public string Instant(DateTime utc) => TimeZones.ToDanish(utc).ToString(Language == "da" ? "dd-MM-yyyy 'kl.' HH.mm" : "dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>uge 47 / week 47.</summary>
    public string Week(DateOnly date) => this["format.week", ("week", ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue)))];

    /// <summary>47: a week's number alone, for a row of weeks.</summary>
    public int WeekNumber(DateOnly date) => ISOWeek.GetWeekOfYear(date.ToDateTime(TimeOnly.MinValue));

    /// <summary>14.30 / 14:30.</summary>
    public string Time(TimeOnly time) => time.ToString(Language == "da" ? "HH.mm" : "HH:mm", CultureInfo.InvariantCulture);

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Language == "da" ? "da-DK" : "en-GB");
}
