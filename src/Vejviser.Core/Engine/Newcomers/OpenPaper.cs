using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Notes who opened a paper first, and when.</summary>
public sealed class OpenPaper(VejviserDb db)
{
    public async Task RunAsync(PersonDocument document, AuditContext audit, CancellationToken cancel = default)
    {
        if (document.SeenAt is not null)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.PersonDocuments.Where(d => d.Id == document.Id && d.SeenAt == null).ExecuteUpdateAsync(s => s.SetProperty(d => d.SeenAt, audit.At).SetProperty(d => d.SeenBy, audit.Actor), cancel) == 1)
            await db.SaveAsync(audit, new AuditSubject(document.PersonId, document.HouseholdId, "person-document", document.Id), cancel);
        await transaction.CommitAsync(cancel);
    }
}
