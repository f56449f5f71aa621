using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>The days somebody who is interested can come, as they say themselves on their own page. A time that staff have chosen for them stays.</summary>
public static class OwnDays
{
    /// <returns>What stands now, and null where nobody has said anything; with <c>IsAsked</c> false where they wait for no group.</returns>
    public static async Task<(bool IsAsked, Weekdays? Days)> ReadAsync(VejviserDb db, Guid person, CancellationToken cancel) =>
        await ReadGroups.Interested(db).AnyAsync(p => p.Id == person, cancel) ? (true, await db.GroupWishes.Where(w => w.PersonId == person).Select(w => (Weekdays?)w.Days).SingleOrDefaultAsync(cancel)) : (false, null);

    /// <summary>Failures: <c>groups.not-interested</c>, <c>groups.days-missing</c>, <c>groups.changed-meanwhile</c>.</summary>
    public static async Task<Result<Done>> ChangeAsync(VejviserDb db, Guid person, Weekdays days, AuditContext audit, CancellationToken cancel)
    {
        if (await ReadGroups.Interested(db).AsNoTracking().SingleOrDefaultAsync(p => p.Id == person, cancel) is not { } me)
            return Failure.Of("groups.not-interested");
        if ((days & Weekdays.All) == Weekdays.None)
            return Failure.Of("groups.days-missing");
        var wish = await db.GroupWishes.SingleOrDefaultAsync(w => w.PersonId == person, cancel) ?? db.Add(new GroupWish { PersonId = person }).Entity;
        wish.Days = days & Weekdays.All;
        wish.Version++;
        return await ChangeWish.SaveAsync(db, new AuditSubject(person, me.HouseholdId, "group-wish", person), audit, cancel);
    }
}
