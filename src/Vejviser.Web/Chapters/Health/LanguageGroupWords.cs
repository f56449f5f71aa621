using System.Globalization;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Groups, times and what is lacking in the reader's words.</summary>
public sealed class LanguageGroupWords(PageTexts text, PersonWords people)
{
    public static IReadOnlyList<DayOfWeek> Week { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private CultureInfo Culture => CultureInfo.GetCultureInfo(text.Language == "da" ? "da-DK" : "en-GB");

    public string Language(string? code) => people.Language(code);

    public string Kind(GroupKind kind) => text[kind == GroupKind.Parents ? "groups.kind.parents" : "groups.kind.youths"];

    public string Day(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    /// <summary>tirsdag kl. 17.00, Lokale 2.</summary>
    public string Time(TimeFacts time) => text["groups.time-text", ("day", Day(time.Weekday)), ("at", text.Time(time.At)), ("room", time.Room)];

    /// <summary>mandag, onsdag; all days where it is all.</summary>
    public string Days(Weekdays days) => days == Weekdays.All ? text["groups.all-days"] : string.Join(", ", Week.Where(d => days.Has(d)).Select(Day));

    public string Lack(GroupLack lack, GroupFacts facts)
    {
        string? Value(string name) => lack.Reason.Values.Where(v => v.Name == name).Select(v => v.Text).FirstOrDefault();
        var session = facts.Times.FirstOrDefault(t => t.Id.ToString("N") == Value("session"));
        return text[$"groups.lack.{lack.Reason.Code}", ("language", Language(Value("language"))), ("kind", Kind(lack.Kind)), ("short", Value("short")), ("waiting", Value("waiting")), ("time", session is null ? Value("time") : Time(session)), ("capacity", Value("capacity")), ("least", Value("least"))];
    }
}
