using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>Unmasks a person's CPR numbers, once: each showing is a row of the audit before it is answered.</summary>
public static class ShowCpr
{
    /// <returns>The numbers by their row's id, ten digits each.</returns>
    public static async Task<Result<IReadOnlyDictionary<Guid, string>>> RunAsync(VejviserDb db, Reader who, AuditContext audit, Guid personId, CancellationToken cancel)
    {
        if (!who.May(Permissions.Cpr))
            return Failure.Of("people.cpr-forbidden");
        var loaded = await LoadPerson.RunAsync(db, who, audit, personId, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var numbers = await db.PersonCprs.AsNoTracking().Where(c => c.PersonId == personId).ToDictionaryAsync(c => c.Id, c => c.Number, cancel);
        await db.SaveAsync(audit with { CommandId = null }, new AuditSubject(personId, loaded.Value.HouseholdId, "person", personId), cancel);
        return numbers;
    }
}
