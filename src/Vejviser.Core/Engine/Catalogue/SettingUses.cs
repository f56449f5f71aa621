namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What a setting is for first of all, in the order a municipality looks at its figures.</summary>
public enum SettingUse
{
    /// <summary>Who is offered it.</summary>
    Offer = 1,

    /// <summary>When steps and goals are due.</summary>
    Dates,
    Meetings,

    /// <summary>How many, and how much at most.</summary>
    Limits,

    /// <summary>What the practice is held to.</summary>
    Measures,
}

/// <summary>Where a definition's figures come from.</summary>
public static class SettingUses
{
    /// <summary>The settings by what they are for; one that serves several stands under the first.</summary>
    public static ILookup<SettingUse, Setting> Of(PracticeDefinition definition)
    {
        var uses = new Dictionary<string, SettingUse>(StringComparer.Ordinal);
        foreach (var (use, figures) in Figures(definition))
            foreach (var setting in figures.Select(f => f?.Setting).OfType<string>())
                uses.TryAdd(setting, use);
        return definition.Settings.ToLookup(s => uses.GetValueOrDefault(s.Id, SettingUse.Limits));
    }

    private static IEnumerable<(SettingUse Use, IEnumerable<Figure?> Figures)> Figures(PracticeDefinition definition)
    {
        yield return (SettingUse.Offer, definition.Offer.If.All.SelectMany(Of));
        yield return (SettingUse.Dates, definition.Steps.Select(s => s.Due).Concat(definition.Goals.Select(g => g.Due).OfType<DueRule>()).SelectMany(Of)
            .Concat(definition.Anchors.Select(a => a.Birthday)).Concat(definition.Steps.SelectMany(s => s.If.All).SelectMany(Of)));
        yield return (SettingUse.Meetings, definition.Meetings.SelectMany(m => (m.Due is { } due ? Of(due) : []).Concat(m.Rule?.Parts.Select(p => p.Figure) ?? []).Append(m.Minutes))
            .Concat(definition.Courses.SelectMany(c => new[] { c.Weeks, c.Days, c.Seats, c.AttendanceLeast }.Concat(c.If.All.SelectMany(Of)).Concat(c.Sessions.SelectMany(s => new[] { s.PerWeek, s.Minutes })))));
        yield return (SettingUse.Limits, definition.Limits.Select(l => (Figure?)l.Value).Append(definition.Capacity?.Seats));
        yield return (SettingUse.Measures, definition.Measures.SelectMany(m => new[] { m.Target, m.Baseline, m.Window?.Amount }).Concat(definition.Surveys.Select(s => (Figure?)s.AnswersLeast)));
    }

    private static IEnumerable<Figure?> Of(DueRule rule) => rule.Settings.Select(s => (Figure?)new Figure(0, s));

    private static IEnumerable<Figure?> Of(Condition condition) => condition switch
    {
        Condition.Age(var from, var to) => [from, to],
        Condition.DenmarkMonths(var from, var to) => [from, to],
        Condition.ChildrenAge(var from, var to) => [from, to],
        Condition.Size(var from, var to) => [from, to],
        Condition.ArrivalDays(var from, var to) => [from, to],
        _ => [],
    };
}
