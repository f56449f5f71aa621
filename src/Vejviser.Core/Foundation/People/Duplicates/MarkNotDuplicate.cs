using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>A person says that two are not the same: they are not suggested again, until somebody takes that back.</summary>
public static class MarkNotDuplicate
{
    /// <param name="isSame">False remembers that they are two; true forgets it.</param>
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Reader who, AuditContext audit, Guid oneId, Guid otherId, bool isSame, CancellationToken cancel)
    {
        var one = await LoadPerson.RunAsync(db, who, audit, oneId, cancel);
        var other = await LoadPerson.RunAsync(db, who, audit, otherId, cancel);
        if (!one.IsSuccess || !other.IsSuccess || oneId == otherId)
            return Failure.Of("people.unknown");
        var (first, second) = DuplicatePair.Key(oneId, otherId);
        var known = await db.NotDuplicates.SingleOrDefaultAsync(n => n.PersonId == first && n.OtherPersonId == second, cancel);
        if (known is null == isSame)
            return Done.Result;
        if (known is null)
            db.NotDuplicates.Add(new NotDuplicate { PersonId = first, OtherPersonId = second, ByAccountId = who.AccountId, At = audit.At });
        else
            db.NotDuplicates.Remove(known);
        await db.SaveAsync(
            audit,
            [
                new(oneId, one.Value.HouseholdId, "person", otherId),
                new(otherId, other.Value.HouseholdId, "person", oneId),
            ],
            cancel);
        return Done.Result;
    }
}
