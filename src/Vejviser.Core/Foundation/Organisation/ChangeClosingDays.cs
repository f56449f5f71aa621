using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Adds and removes the municipality's own closing days. Dates computed from then on leave them out; plans that stand keep theirs.</summary>
public static class ChangeClosingDays
{
    public static async Task<Result<Done>> AddAsync(VejviserDb db, DateOnly date, string name, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(name))
            return Failure.Of("organisation.closing-day-name-missing");
        if (await db.ClosingDays.AnyAsync(d => d.Date == date, cancel))
            return Failure.Of("organisation.closing-day-taken", ("date", date));
        db.ClosingDays.Add(new ClosingDay { Date = date, Name = name.Trim() });
        await db.SaveAsync(audit, Subject(date), cancel);
        return Done.Result;
    }

    public static async Task<Result<Done>> RemoveAsync(VejviserDb db, DateOnly date, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.ClosingDays.SingleOrDefaultAsync(d => d.Date == date, cancel) is not { } day)
            return Done.Result;
        db.Remove(day);
        await db.SaveAsync(audit, Subject(date), cancel);
        return Done.Result;
    }

    /// <summary>Adds the usual days of a year that are not there yet.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<Result<int>> AddUsualAsync(VejviserDb db, UsualClosingDays usual, int year, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        var days = usual.Of(year);
        var dates = days.Select(d => d.Date).ToList();
        var had = await db.ClosingDays.Where(d => dates.Contains(d.Date)).Select(d => d.Date).ToListAsync(cancel);
        var added = days.Where(d => !had.Contains(d.Date)).ToList();
        db.AddRange(added);
        await db.SaveAsync(audit, [.. added.Select(d => Subject(d.Date))], cancel);
        return added.Count;
    }

    private static AuditSubject Subject(DateOnly date) => new(Entity: "closing-day", Details: $$"""{"date":"{{date:yyyy-MM-dd}}"}""");
}
