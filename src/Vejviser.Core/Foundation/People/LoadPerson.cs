using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>What a use case begins with: the person, tracked, where the reader may see them and they are not merged into another.</summary>
internal static class LoadPerson
{
    public static async Task<Result<Person>> RunAsync(VejviserDb db, Reader who, AuditContext audit, Guid personId, CancellationToken cancel) =>
        await db.People.VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == personId && p.MergedIntoId == null, cancel) is { } person
            ? person
            : Failure.Of("people.unknown");
}
