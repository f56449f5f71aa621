using System.Globalization;

namespace Vejviser.Core.Foundation.Law;

/// <summary>The rules of <c>public-holidays.yaml</c>, and a table of their days that answers without counting.</summary>
internal sealed class HolidayRules
{
    private const int FirstTableYear = 1900;
    private const int LastTableYear = 2199;
    private static readonly int FirstTableDay = new DateOnly(FirstTableYear, 1, 1).DayNumber;
    private static readonly int TableDays = new DateOnly(LastTableYear, 12, 31).DayNumber - FirstTableDay + 1;

    private readonly IReadOnlyList<Rule> rules;
    private readonly ulong[] table = new ulong[(TableDays / 64) + 1];

    private HolidayRules(IReadOnlyList<Rule> rules)
    {
        this.rules = rules;
        for (var year = FirstTableYear; year <= LastTableYear; year++)
            foreach (var holiday in In(year))
            {
                var day = holiday.Date.DayNumber - FirstTableDay;
                table[day >> 6] |= 1UL << (day & 63);
            }
    }

    public static HolidayRules Read(string directory)
    {
        var file = LawNode.ReadFile(directory, "public-holidays.yaml");
        var read = file.Each("holidays", ReadRule);
        file.Close();
        return new(read);
    }

    public bool Contains(DateOnly date)
    {
        var day = date.DayNumber - FirstTableDay;
        return day >= 0 && day < TableDays ? (table[day >> 6] & (1UL << (day & 63))) != 0 : In(date.Year).Any(h => h.Date == date);
    }

    /// <summary>In the order of the year.</summary>
    public IReadOnlyList<PublicHoliday> In(int year) =>
    [
        .. rules.Where(r => !(year < r.FromYear) && !(year > r.ToYear))
            .Select(r => new PublicHoliday(r.DateIn(year), r.Name, r.Id, r.Source, r.FromYear, r.ToYear))
            .OrderBy(h => h.Date),
    ];

    /// <summary>Easter Sunday of the Gregorian calendar (J. Meeus, Astronomical Algorithms, 2nd ed., p. 67).</summary>
    internal static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (b - ((b + 8) / 25) + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static Rule ReadRule(LawNode node)
    {
        _ = node.Choice("checked", DatedRule.Checks);
        var easter = node.NumberOrNone("easter");
        MonthDay? monthDay = null;
        if (node.TextOrNone("fixed") is { } text)
            monthDay = DateOnly.TryParseExact($"2001-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new(day.Month, day.Day)
                : throw node.Refuse($"\"fixed\" must be a month and a day, mm-dd, not \"{text}\"");
        if (monthDay is null == easter is null)
            throw node.Refuse("a holiday has either \"fixed\" or \"easter\"");
        return new(
            node.Text("rule"), node.InBoth("name"), node.Text("source"), monthDay, easter ?? 0, node.NumberOrNone("from-year"), node.NumberOrNone("to-year"));
    }

    private sealed record Rule(string Id, LawText Name, string Source, MonthDay? Fixed, int AfterEaster, int? FromYear, int? ToYear)
    {
        public DateOnly DateIn(int year) => Fixed is { } day ? new(year, day.Month, day.Day) : EasterSunday(year).AddDays(AfterEaster);
    }

    private sealed record MonthDay(int Month, int Day);
}
