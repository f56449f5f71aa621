using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>
/// Registers an estate and corrects it; its homes follow it to another area. Failures: <c>housing.forbidden</c>, <c>housing.name-missing</c>, <c>housing.too-long</c>, <c>housing.unknown-association</c>,
/// <c>housing.unknown-area</c>, <c>housing.name-taken</c>, <c>housing.unknown-estate</c>.
/// </summary>
public static class ChangeEstate
{
    /// <param name="Id">Null registers one.</param>
    public sealed record Input(Guid? Id, string? Name, Guid? AssociationId, Guid? AreaId, bool IsIntegrationSupporting);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (await FaultAsync(db, input, name, who, cancel) is { } fault)
            return fault;
        var (association, area) = (input.AssociationId!.Value, input.AreaId!.Value);
        var estate = input.Id is { } id ? await db.Estates.SingleOrDefaultAsync(e => e.Id == id, cancel) : db.Add(new Estate { Name = name }).Entity;
        if (estate is null)
            return Failure.Of("housing.unknown-estate");
        if (estate.AreaId != area)
            foreach (var home in await db.Dwellings.Where(d => d.EstateId == estate.Id).ToListAsync(cancel))
                home.AreaId = area;
        (estate.Name, estate.AssociationId, estate.AreaId, estate.IsIntegrationSupporting) = (name, association, area, input.IsIntegrationSupporting);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "estate", EntityId: estate.Id), cancel);
        return estate.Id;
    }

    private static async Task<Failure?> FaultAsync(VejviserDb db, Input input, string name, Reader who, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (name.Length == 0)
            return Failure.Of("housing.name-missing");
        if (name.Length > ChangeArea.MostCharacters)
            return Failure.Of("housing.too-long", ("most", ChangeArea.MostCharacters));
        if (!await db.PartnerOrganisations.AnyAsync(p => p.Id == input.AssociationId && p.Kind == PartnerKind.HousingAssociation, cancel))
            return Failure.Of("housing.unknown-association");
        if (!await db.HousingAreas.AnyAsync(a => a.Id == input.AreaId, cancel))
            return Failure.Of("housing.unknown-area");
        return await db.Estates.AnyAsync(e => e.AssociationId == input.AssociationId && e.Name == name && e.Id != input.Id, cancel) ? Failure.Of("housing.name-taken") : null;
    }
}
