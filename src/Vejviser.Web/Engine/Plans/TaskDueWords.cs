using System.Globalization;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A due rule in plain words: »3 arbejdsdage før ankomst (02-03-2026)«.</summary>
internal static class TaskDueWords
{
    /// <param name="anchors">The plan's dates by anchor; where the rule's has none, the words say that it is waited for.</param>
    public static string Say(DueRule rule, PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, PageTexts text)
    {
        var anchor = NameOf(rule.Anchor, definition, text);
        var from = anchors.TryGetValue(rule.Anchor, out var date) ? text["task.rule.anchor", ("anchor", anchor), ("date", date)] : text["task.rule.anchor-open", ("anchor", anchor)];
        var words = rule switch
        {
            DueRule.Offset { Amount.Value: 0 } => text["task.rule.same-day", ("anchor", from)],
            DueRule.Offset offset => text[
                offset.Amount.Value < 0 ? "task.rule.before" : "task.rule.after",
                ("amount", text.Count($"task.rule.{Unit(offset.Unit)}", Math.Abs(offset.Amount.Value))), ("anchor", from)],
            DueRule.WholeWeek { Weekday: { } weekday } week => text["task.rule.week-day", ("weekday", Weekday(weekday, text)), ("week", week.Week.Value), ("anchor", from)],
            DueRule.WholeWeek week => text["task.rule.week", ("week", week.Week.Value), ("anchor", from)],
            DueRule.NthWeekday nth => text["task.rule.nth", ("nth", text[$"task.rule.nth-{nth.Nth.Value.ToString(CultureInfo.InvariantCulture)}"]),
                ("weekday", Weekday(nth.Weekday, text)), ("months", text.Count("task.rule.months", nth.Month.Value)), ("anchor", from)],
            _ => rule.Anchor,
        };
        return rule.Roll switch
        {
            Roll.Next => $"{words} {text["task.rule.roll-next"]}",
            Roll.Previous => $"{words} {text["task.rule.roll-previous"]}",
            _ => words,
        };
    }

    /// <summary>What a date is called in a sentence: the practice's own name for it, else the common one.</summary>
    private static string NameOf(string anchor, PracticeDefinition definition, PageTexts text) =>
        definition.TextsIn(text.Language).Anchors.TryGetValue(anchor, out var own) ? $"»{own}«" : text[$"anchor.{anchor}"];

    private static string Unit(DueUnit unit) => unit switch
    {
        DueUnit.Days => "days",
        DueUnit.Workdays => "workdays",
        DueUnit.Weeks => "weeks",
        _ => "months",
    };

    private static string Weekday(DayOfWeek day, PageTexts text) => CultureInfo.GetCultureInfo(text.Language == "en" ? "en-GB" : "da-DK").DateTimeFormat.GetDayName(day);
}
