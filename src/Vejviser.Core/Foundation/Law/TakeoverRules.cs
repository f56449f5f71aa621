namespace Vejviser.Core.Foundation.Law;

/// <summary>How one period of <c>takeover.yaml</c> counts from the decision or the registration to the takeover.</summary>
/// <param name="CountsFrom">Which date is counted from.</param>
/// <param name="Count">The method with its figures: the date to the takeover, before any roll.</param>
/// <param name="CountIfFirstCounts">The other reading of a date on the 1st of a month; null where the rule has only one.</param>
/// <param name="RollsToWeekday">Whether Saturday, Sunday and public holidays are passed over.</param>
internal sealed record TakeoverMethod(
    TakeoverInput CountsFrom, Func<DateOnly, DateOnly> Count, Func<DateOnly, DateOnly>? CountIfFirstCounts, bool RollsToWeekday);

/// <summary>The rules of <c>takeover.yaml</c>: exactly one for each residence basis.</summary>
internal sealed class TakeoverRules
{
    private static readonly Dictionary<string, TakeoverInput> Dates = new(StringComparer.Ordinal)
    {
        ["decision"] = TakeoverInput.Decision,
        ["registration"] = TakeoverInput.Registration,
    };

    private static readonly Dictionary<string, bool> Rolls = new(StringComparer.Ordinal) { ["next-weekday"] = true };

    private readonly IReadOnlyDictionary<LawBasis, DatedRule<TakeoverMethod>> rules;
    private readonly WorkdayCalendar weekdays;

    private TakeoverRules(IReadOnlyDictionary<LawBasis, DatedRule<TakeoverMethod>> rules, WorkdayCalendar weekdays) =>
        (this.rules, this.weekdays) = (rules, weekdays);

    public static TakeoverRules Read(string directory, LegalPeriods periods, WorkdayCalendar weekdays) =>
        new(RulesByBasis.Read(directory, "takeover.yaml", periods, row => ReadMethod(row, weekdays)), weekdays);

    public Takeover Answer(LawBasis basis, DateOnly? decision, DateOnly? registered)
    {
        var rule = rules[basis];
        // Which date a rule counts from may itself change by period: the date that its own period counts from decides.
        foreach (var (input, given) in new[] { (TakeoverInput.Decision, decision), (TakeoverInput.Registration, registered) })
            if (given is { } day && rule.On(day) is { } found && found.Value.CountsFrom == input)
                return Answer(found.Value, day, found.Ground);

        if ((decision ?? registered) is not { } known)
            return new Takeover.Missing(rule.Latest.CountsFrom);
        return rule.On(known) is { } rightful ? new Takeover.Missing(rightful.Value.CountsFrom) : new Takeover.NoRule(known);
    }

    private Takeover Answer(TakeoverMethod method, DateOnly day, LegalGround ground)
    {
        var date = Roll(method, method.Count(day));
        if (method.CountIfFirstCounts is not { } otherReading || day.Day != 1)
            return new Takeover.On(date, ground);
        return new Takeover.Ambiguous(
            [
                new(Roll(method, otherReading(day)), TakeoverReading.DecisionMonthCounts),
                new(date, TakeoverReading.NextMonthCounts),
            ],
            ground);
    }

    // The act says "next weekday": the municipality's own closing days do not move its responsibility.
    private DateOnly Roll(TakeoverMethod method, DateOnly date) => method.RollsToWeekday ? weekdays.NextOrSame(date) : date;

    private static TakeoverMethod ReadMethod(LawNode row, WorkdayCalendar weekdays)
    {
        var from = row.Choice("counts-from", Dates);
        switch (row.Text("method"))
        {
            case "first-of-month":
                var months = row.Number("months");
                var alternative = row.NumberOrNone("months-if-first-counts");
                var rolls = row.TextOrNone("roll") is not null && row.Choice("roll", Rolls);
                return new(from, FirstOfMonth(months), alternative is { } n ? FirstOfMonth(n) : null, rolls);
            case "weekdays-after":
                var days = row.Number("weekdays");
                return new(from, date => weekdays.AddWorkdays(date, days), null, RollsToWeekday: false);
            case "same-day":
                return new(from, date => date, null, RollsToWeekday: false);
            case var other:
                throw row.Refuse($"unknown method \"{other}\"");
        }
    }

    private static Func<DateOnly, DateOnly> FirstOfMonth(int months) => date => new DateOnly(date.Year, date.Month, 1).AddMonths(months);
}
