using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What happens to a date that is no workday.</summary>
public enum Roll
{
    None = 0,
    Next,
    Previous,
}

public enum DueUnit
{
    Days = 1,
    Workdays,
    Weeks,
    Months,
}

/// <summary>
/// When a step is due, counted from an anchor. The kinds are closed: whoever shows, stores or compares a rule can name them all.
/// Workdays leave out Saturday, Sunday, public holidays and the municipality's own closing days.
/// </summary>
public abstract record DueRule
{
    private DueRule()
    {
    }

    /// <summary>The anchor's id it counts from.</summary>
    public required string Anchor { get; init; }

    public Roll Roll { get; init; }

    public DateOnly Compute(DateOnly anchor, WorkdayCalendar calendar)
    {
        var date = Count(anchor, calendar);
        return Roll switch
        {
            Roll.Next => calendar.NextOrSame(date),
            Roll.Previous => calendar.PreviousOrSame(date),
            _ => date,
        };
    }

    /// <summary>The date, or null while the anchor has none.</summary>
    public DateOnly? Compute(IReadOnlyDictionary<string, DateOnly> anchors, WorkdayCalendar calendar) =>
        anchors.TryGetValue(Anchor, out var anchor) ? Compute(anchor, calendar) : null;

    /// <summary>
    /// The days an anchor may stand on for the rule to fall on one of these days, both ends included; null where it falls on none of them. A later anchor never gives an earlier date, so there is no gap.
    /// </summary>
    public (DateOnly First, DateOnly Last)? AnchorsFor(DateOnly from, DateOnly to, WorkdayCalendar calendar)
    {
        var (first, last) = (FirstNotBefore(from), FirstNotBefore(to.AddDays(1)).AddDays(-1));
        return first <= last ? (first, last) : null;

        DateOnly FirstNotBefore(DateOnly day)
        {
            // About as far from the day as the rule counts; then back till it is too early, and on again day by day.
            var anchor = day.AddDays(day.DayNumber - Compute(day, calendar).DayNumber);
            while (Compute(anchor, calendar) >= day)
                anchor = anchor.AddDays(-8);
            while (Compute(anchor, calendar) < day)
                anchor = anchor.AddDays(1);
            return anchor;
        }
    }

    /// <summary>As a definition would write it, with the numbers in force: <c>week: 2, after: arrival</c>.</summary>
    public string Written => DueRuleParts.FromRule(this).InForce();

    /// <summary>The settings its figures come from.</summary>
    internal IEnumerable<string> Settings => Figures.Select(f => f.Setting).OfType<string>();

    protected abstract IEnumerable<Figure> Figures { get; }

    internal abstract DueRule With(IReadOnlyDictionary<string, int> settings);

    /// <summary>The code of what is wrong with the numbers in force, or null.</summary>
    internal abstract string? Fault();

    protected abstract DateOnly Count(DateOnly anchor, WorkdayCalendar calendar);

    private static bool IsFar(Figure figure) => Math.Abs((long)figure.Value) > Figure.Most;

    /// <summary>So many days, workdays, weeks or months after the anchor, or before it where negative; 0 is the anchor's own day.</summary>
    public sealed record Offset : DueRule
    {
        public required Figure Amount { get; init; }

        public required DueUnit Unit { get; init; }

        protected override IEnumerable<Figure> Figures => [Amount];

        internal override DueRule With(IReadOnlyDictionary<string, int> settings) => this with { Amount = Amount.With(settings) };

        internal override string? Fault() => IsFar(Amount) ? "due-too-far" : null;

        // A month after 31 January is the last of February: the calendar's own clamp is the rule.
        protected override DateOnly Count(DateOnly anchor, WorkdayCalendar calendar) => Unit switch
        {
            DueUnit.Days => anchor.AddDays(Amount.Value),
            DueUnit.Workdays => calendar.AddWorkdays(anchor, Amount.Value),
            DueUnit.Weeks => anchor.AddDays(7 * Amount.Value),
            DueUnit.Months => anchor.AddMonths(Amount.Value),
            _ => throw new InvalidOperationException($"Unit {Unit}."),
        };
    }

    /// <summary>
    /// In the n-th whole ISO week (Monday to Sunday) after the week of the anchor: week 1 is the first whole week after it, 0 the
    /// anchor's own. The named weekday, else the week's last workday (its Friday where the whole week is closed).
    /// </summary>
    public sealed record WholeWeek : DueRule
    {
        public required Figure Week { get; init; }

        public DayOfWeek? Weekday { get; init; }

        protected override IEnumerable<Figure> Figures => [Week];

        internal override DueRule With(IReadOnlyDictionary<string, int> settings) => this with { Week = Week.With(settings) };

        internal override string? Fault() => IsFar(Week) ? "due-too-far" : null;

        protected override DateOnly Count(DateOnly anchor, WorkdayCalendar calendar)
        {
            var monday = anchor.AddDays(7 * Week.Value - DaysAfterMonday(anchor.DayOfWeek));
            if (Weekday is { } weekday)
                return monday.AddDays(DaysAfterMonday(weekday));
            var friday = monday.AddDays(4);
            var last = calendar.PreviousOrSame(friday);
            return last < monday ? friday : last;
        }
    }

    /// <summary>The n-th such weekday of the month that is so many months after the anchor's; negative n counts from the month's end.</summary>
    public sealed record NthWeekday : DueRule
    {
        /// <summary>Every month has four of each weekday, so n is 1 to 4 or -1 to -4.</summary>
        private const int MostNth = 4;

        public required Figure Nth { get; init; }

        public required DayOfWeek Weekday { get; init; }

        public required Figure Month { get; init; }

        protected override IEnumerable<Figure> Figures => [Nth, Month];

        internal override DueRule With(IReadOnlyDictionary<string, int> settings) =>
            this with { Nth = Nth.With(settings), Month = Month.With(settings) };

        internal override string? Fault() =>
            Nth.Value is 0 or > MostNth or < -MostNth ? "due-no-such-nth" : IsFar(Month) ? "due-too-far" : null;

        protected override DateOnly Count(DateOnly anchor, WorkdayCalendar calendar)
        {
            var first = new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(Month.Value);
            if (Nth.Value > 0)
                return first.AddDays(Ahead(first.DayOfWeek, Weekday) + 7 * (Nth.Value - 1));
            var last = first.AddMonths(1).AddDays(-1);
            return last.AddDays(-Ahead(Weekday, last.DayOfWeek) + 7 * (Nth.Value + 1));
        }

        private static int Ahead(DayOfWeek from, DayOfWeek to) => ((int)to - (int)from + 7) % 7;
    }

    private static int DaysAfterMonday(DayOfWeek day) => ((int)day + 6) % 7;
}
