using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Due rules in plain words, such as <c>5 arbejdsdage før ankomst</c>.</summary>
public static class DueWords
{
    public static string Due(this PageTexts text, DueRule rule)
    {
        var anchor = text[$"anchor.{rule.Anchor}"];
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

    public static string Weekday(this PageTexts text, DayOfWeek day) => text[$"practices.weekday.{PlanWords.Kebab(day)}"];
}
