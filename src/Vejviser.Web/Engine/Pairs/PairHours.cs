using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>The hours of a pair, month by month from the first meeting.</summary>
/// <param name="Promised">Hours a month; null where none are promised.</param>
/// <param name="RemoveAction">Where a line is taken away; null where it cannot be.</param>
public sealed record PairHours(IReadOnlyList<VolunteerHours> Lines, DateOnly Start, int Months, int? Promised, DateOnly Today, string? RemoveAction)
{
    public int Minutes => Lines.Sum(l => l.Minutes);

    /// <summary>The months that have begun, and any later one with hours.</summary>
    public IEnumerable<(int Number, DateOnly From, DateOnly To, int Minutes)> ByMonth => Enumerable.Range(1, Months)
        .Select(n => (Number: n, From: Start.AddMonths(n - 1), To: n == Months ? DateOnly.MaxValue : Start.AddMonths(n).AddDays(-1)))
        .Where(m => m.From <= Today).Select(m => (m.Number, m.From, m.To == DateOnly.MaxValue ? Start.AddMonths(Months) : m.To, Lines.Where(l => l.On >= m.From && l.On <= m.To).Sum(l => l.Minutes)));
}
