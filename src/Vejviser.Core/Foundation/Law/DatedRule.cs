namespace Vejviser.Core.Foundation.Law;

/// <summary>One stretch of days on which a rule is the same.</summary>
internal sealed record DatedRow<T>(T Value, DateOnly? From, DateOnly? To, string Source, string Checked, bool Unverified, LawText? Note)
{
    public bool Holds(DateOnly day) => !(day < From) && !(day > To);
}

/// <summary>A rule by its periods: without overlap and without gap, in the order of time.</summary>
internal sealed class DatedRule<T>(string rule, IReadOnlyList<DatedRow<T>> rows, LegalPeriods periods)
{
    public string Id => rule;

    /// <summary>What the rule says in its last period.</summary>
    public T Latest => rows[^1].Value;

    public static DatedRule<T> Read(LawNode node, LegalPeriods periods, Func<LawNode, T> readValue)
    {
        var order = new PeriodOrder();
        var rows = node.Each("periods", row =>
        {
            var (from, to) = order.Next(row);
            var check = row.Choice("checked", DatedRule.Checks);
            var unverified = row.Flag("unverified");
            if (!unverified && check is "M" or "not found")
                throw row.Refuse($"checked: {check} must also say unverified: true");
            return new DatedRow<T>(readValue(row), from, to, row.Text("source"), check, unverified, row.InBothOrNone("note"));
        });
        if (rows.Count == 0)
            throw node.Refuse("a rule needs at least one of \"periods\"");
        return new(node.Text("rule"), rows, periods);
    }

    /// <summary>The rule as it is on a day; null before its first or after its last day.</summary>
    public (T Value, LegalGround Ground)? On(DateOnly day)
    {
        if (rows.FirstOrDefault(r => r.Holds(day)) is not { } row)
            return null;
        var period = periods.On(day);
        return (row.Value, new LegalGround(
            rule, period.Label, row.Source, row.From, row.To, row.Checked, row.Unverified || period.Unverified,
            [.. new[] { row.Note, period.Note }.OfType<LawText>()]));
    }
}

internal static class DatedRule
{
    /// <summary>How a fact may have been checked.</summary>
    public static readonly IReadOnlyDictionary<string, string> Checks =
        new[] { "S", "S-part", "M", "not found" }.ToDictionary(c => c, StringComparer.Ordinal);
}

/// <summary>Refuses a list of periods that overlap, leave a day out, or stand out of order.</summary>
internal sealed class PeriodOrder
{
    private bool first = true;
    private DateOnly? lastTo;

    public (DateOnly? From, DateOnly? To) Next(LawNode row)
    {
        var (from, to) = (row.DateOrNone("from"), row.DateOrNone("to"));
        if (to < from)
            throw row.Refuse($"the period ends {to:yyyy-MM-dd}, before it begins {from:yyyy-MM-dd}");
        if (!first)
        {
            if (lastTo is not { } end)
                throw row.Refuse("the period before this one has no \"to\"");
            if (from is null || from <= end)
                throw row.Refuse($"the period overlaps the one before, which ends {end:yyyy-MM-dd}");
            if (from > end.AddDays(1))
                throw row.Refuse($"no period holds {end.AddDays(1):yyyy-MM-dd} to {from.Value.AddDays(-1):yyyy-MM-dd}");
        }
        (first, lastTo) = (false, to);
        return (from, to);
    }
}
