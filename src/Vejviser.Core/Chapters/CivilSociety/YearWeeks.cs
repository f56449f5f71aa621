using System.Numerics;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>A set of weeks in the first year after an arrival, 0 to 51.</summary>
public readonly record struct YearWeeks(ulong Bits)
{
    public static readonly YearWeeks None = new(0);
    public static readonly YearWeeks All = new((1UL << Initiative.Weeks) - 1);

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    /// <summary>The first week of the set; 64 where it is empty.</summary>
    public int First => BitOperations.TrailingZeroCount(Bits);

    public bool Has(int week) => week is >= 0 and < Initiative.Weeks && (Bits & (1UL << week)) != 0;

    /// <summary>With one more; a week outside the year changes nothing.</summary>
    public YearWeeks With(int week) => week is >= 0 and < Initiative.Weeks ? new(Bits | (1UL << week)) : this;

    public static YearWeeks Every(int weeks, int from, int to)
    {
        var set = None;
        for (var week = Math.Max(0, from); week <= Math.Min(to, Initiative.Weeks - 1); week += Math.Max(1, weeks))
            set = set.With(week);
        return set;
    }

    public static YearWeeks operator |(YearWeeks a, YearWeeks b) => new(a.Bits | b.Bits);

    public static YearWeeks operator &(YearWeeks a, YearWeeks b) => new(a.Bits & b.Bits);

    public static YearWeeks operator ~(YearWeeks a) => new(~a.Bits & All.Bits);

    /// <summary>The set as spans of weeks in a row, both ends included.</summary>
    public IEnumerable<(int From, int To)> Spans()
    {
        for (var week = 0; week < Initiative.Weeks; week++)
        {
            if (!Has(week))
                continue;
            var from = week;
            while (Has(week + 1))
                week++;
            yield return (from, week);
        }
    }
}
