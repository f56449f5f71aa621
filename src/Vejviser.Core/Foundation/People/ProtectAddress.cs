using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>Sets or lifts name and address protection: for those with the compartment.</summary>
public static class ProtectAddress
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Reader who, AuditContext audit, Guid personId, bool isProtected, CancellationToken cancel)
    {
        if (!who.May(Permissions.ProtectedAddress))
            return Failure.Of("people.protection-forbidden");
        var loaded = await LoadPerson.RunAsync(db, who, audit, personId, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        if (loaded.Value.HasProtectedAddress == isProtected)
            return Done.Result;
        loaded.Value.HasProtectedAddress = isProtected;
        loaded.Value.Version++;
        var subject = new AuditSubject(personId, loaded.Value.HouseholdId, "person", personId, isProtected ? "{\"protected\":true}" : "{\"protected\":false}");
        return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("people.changed-meanwhile") : Done.Result;
    }
}
