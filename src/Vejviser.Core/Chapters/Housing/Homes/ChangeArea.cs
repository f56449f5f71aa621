using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>Registers an area and corrects it. Failures: <c>housing.forbidden</c>, <c>housing.name-missing</c>, <c>housing.too-long</c>, <c>housing.area-figures</c>, <c>housing.name-taken</c>, <c>housing.unknown-area</c>.</summary>
public static class ChangeArea
{
    public const int MostCharacters = 100;
    private const int MostMetres = 100_000;

    /// <param name="Id">Null registers one.</param>
    public sealed record Input(Guid? Id, string? Name, int WorkPercent, bool IsListed, int SchoolMetres, int TransportMetres);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        var name = input.Name?.Trim() ?? "";
        if (name.Length == 0)
            return Failure.Of("housing.name-missing");
        if (name.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (input.WorkPercent is < 0 or > 100 || input.SchoolMetres is < 0 or > MostMetres || input.TransportMetres is < 0 or > MostMetres)
            return Failure.Of("housing.area-figures");
        if (await db.HousingAreas.AnyAsync(a => a.Name == name && a.Id != input.Id, cancel))
            return Failure.Of("housing.name-taken");
        var area = input.Id is { } id ? await db.HousingAreas.SingleOrDefaultAsync(a => a.Id == id, cancel) : db.Add(new HousingArea { Name = name }).Entity;
        if (area is null)
            return Failure.Of("housing.unknown-area");
        (area.Name, area.WorkPercent, area.IsListed, area.SchoolMetres, area.TransportMetres) = (name, input.WorkPercent, input.IsListed, input.SchoolMetres, input.TransportMetres);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "housing-area", EntityId: area.Id), cancel);
        return area.Id;
    }
}
