using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>Writes how many moved out of an association's homes in a year. Failures: <c>housing.forbidden</c>, <c>housing.unknown-association</c>, <c>housing.move-outs</c>.</summary>
public static class ChangeMoveOuts
{
    private const int Most = 100_000;
    private const int FirstYear = 2010;

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid association, int year, int moveOuts, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (moveOuts is < 0 or > Most || year < FirstYear || year > audit.Day.Year)
            return Failure.Of("housing.move-outs", ("first", FirstYear), ("last", audit.Day.Year));
        if (!await db.PartnerOrganisations.AnyAsync(p => p.Id == association && p.Kind == PartnerKind.HousingAssociation, cancel))
            return Failure.Of("housing.unknown-association");
        var row = await db.AssociationYears.SingleOrDefaultAsync(y => y.AssociationId == association && y.Year == year, cancel) ?? db.Add(new AssociationYear { AssociationId = association, Year = year }).Entity;
        row.MoveOuts = moveOuts;
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "association-year", EntityId: association), cancel);
        return Done.Result;
    }
}
