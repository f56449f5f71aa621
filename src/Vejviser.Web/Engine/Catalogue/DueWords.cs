using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Due rules in plain words, such as <c>5 arbejdsdage før ankomsten</c>.</summary>
public static class DueWords
{
    public static string Due(this PageTexts text, DueRule rule, PracticeDefinition definition)
    {
        var anchor = text.DateName(rule.Anchor, definition);
        var when = rule switch
        {
            DueRule.Offset { Amount.Value: 0 } => text["practices.due.same-day", ("anchor", anchor)],
            DueRule.Offset o => text[$"practices.due.{(o.Amount.Value < 0 ? "before" : "after")}", ("amount", text.Count($"practices.due.unit.{PlanWords.Kebab(o.Unit)}", Math.Abs(o.Amount.Value))), ("anchor", anchor)],
            DueRule.WholeWeek { Weekday: { } day } w => text["practices.due.week-day", ("day", text.Weekday(day)), ("week", w.Week.Value), ("anchor", anchor)],
            DueRule.WholeWeek w => text["practices.due.week", ("week", w.Week.Value), ("anchor", anchor)],
            DueRule.NthWeekday n => text["practices.due.nth", ("nth", text[$"practices.due.nth-word.{n.Nth.Value}"]), ("day", text.Weekday(n.Weekday)), ("months", n.Month.Value), ("anchor", anchor)],
            _ => throw new InvalidOperationException(rule.GetType().Name),
        };
        return rule.Roll == Roll.None ? when : $"{when} ({text[$"practices.due.roll.{PlanWords.Kebab(rule.Roll)}"]})";
    }

    /// <summary>What a date that rules count from is called in a sentence: the practice's own name for it, a meeting's title, else the common one.</summary>
    public static string DateName(this PageTexts text, string anchor, PracticeDefinition definition)
    {
        var texts = definition.TextsIn(text.Language);
        if (texts.Anchors.TryGetValue(anchor, out var own))
            return LowerFirst(own);
        if (definition.FindAnchor(anchor) is null && texts.Meetings.TryGetValue(anchor, out var meeting))
            return LowerFirst(meeting.Title);
        return anchor is Anchor.Start or Anchor.Offered or "family-plan-deadline" ? text[$"practices.date.{anchor}"] : text[$"anchor.{anchor}"];
    }

    public static string Weekday(this PageTexts text, DayOfWeek day) => text[$"practices.weekday.{PlanWords.Kebab(day)}"];

    /// <summary>a; a or b; a, b or c.</summary>
    public static string OneOf(this PageTexts text, IEnumerable<string> words) => text.Joined([.. words], "practices.list.or");

    /// <summary>a; a and b; a, b and c.</summary>
    public static string AllOf(this PageTexts text, IEnumerable<string> words) => text.Joined([.. words], "practices.list.and");

    private static string Joined(this PageTexts text, IReadOnlyList<string> words, string key) => words.Count < 2
        ? string.Concat(words)
        : text[key, ("first", string.Join(", ", words.SkipLast(1))), ("last", words[^1])];

    /// <summary>An abbreviation in capitals keeps them.</summary>
    private static string LowerFirst(string words) =>
        words.Length > 1 && char.IsUpper(words[0]) && !char.IsUpper(words[1]) ? char.ToLowerInvariant(words[0]) + words[1..] : words;
}
