using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// The person hands in a paper. Of the kinds that evidence may be, within the size. Failures: <c>newcomers.file-missing</c>, <c>newcomers.enough-today</c>,
/// and those of <see cref="EvidenceRules"/>.
/// </summary>
public sealed class HandInDocument(VejviserDb db, EvidenceRules rules, NewcomerSettings settings)
{
    public async Task<Result<Done>> RunAsync(Newcomer me, EvidenceFile? file, AuditContext audit, CancellationToken cancel = default)
    {
        if (file is null)
            return Failure.Of("newcomers.file-missing");
        if ((rules with { MostBytes = settings.MostBytes }).Refuse(null, file) is { } refused)
            return refused;
        var since = audit.At.AddDays(-1);
        if (await db.PersonDocuments.CountAsync(d => d.PersonId == me.PersonId && d.At > since, cancel) >= settings.MostADay)
            return Failure.Of("newcomers.enough-today");
        var document = new PersonDocument { PersonId = me.PersonId, HouseholdId = me.HouseholdId, FileName = file.SafeName, ContentType = file.ContentType, Content = file.Content, At = audit.At };
        db.PersonDocuments.Add(document);
        await db.SaveAsync(audit, new AuditSubject(me.PersonId, me.HouseholdId, "person-document", document.Id), cancel);
        return Done.Result;
    }
}
