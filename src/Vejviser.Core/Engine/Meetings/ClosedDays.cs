using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>Public holidays and the municipality's own closing days, by name.</summary>
internal static class ClosedDays
{
    public static async Task<IReadOnlyDictionary<DateOnly, string>> AmongAsync(VejviserDb db, LawBook law, IReadOnlyCollection<DateOnly> days, string language, CancellationToken cancel)
    {
        var closed = await db.ClosingDays.AsNoTracking().Where(d => days.Contains(d.Date)).ToDictionaryAsync(d => d.Date, d => d.Name, cancel);
        foreach (var holiday in days.Select(d => d.Year).Distinct().SelectMany(law.PublicHolidays).Where(h => days.Contains(h.Date)))
            closed[holiday.Date] = holiday.Name.In(language);
        return closed;
    }
}
