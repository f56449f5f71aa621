using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Writes what a household wishes of a host's home. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown-household</c>, <c>hosting.unknown-area</c>, <c>hosting.changed-meanwhile</c>.</summary>
public static class ChangeWish
{
    /// <param name="AreaId">Null anywhere.</param>
    /// <param name="Version">The wish's when it was looked at; 0 where there was none.</param>
    public sealed record Input(Guid HouseholdId, bool Smokes, bool AvoidsPets, Togetherness Together, Guid? AreaId, int Version);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (!await db.Plans.AnyAsync(p => p.HouseholdId == input.HouseholdId && p.Practice == HostingRules.Practice, cancel) || !Enum.IsDefined(input.Together))
            return Failure.Of("hosting.unknown-household");
        if (input.AreaId is { } area && !await db.HousingAreas.AnyAsync(a => a.Id == area, cancel))
            return Failure.Of("hosting.unknown-area");
        var wish = await db.HostingWishes.SingleOrDefaultAsync(w => w.HouseholdId == input.HouseholdId, cancel) ?? db.Add(new HostingWish { HouseholdId = input.HouseholdId }).Entity;
        if (wish.Version != input.Version)
            return Failure.Of("hosting.changed-meanwhile");
        (wish.Smokes, wish.AvoidsPets, wish.Together, wish.AreaId) = (input.Smokes, input.AvoidsPets, input.Together, input.AreaId);
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        wish.Version++;
        return await db.SaveAsync(audit, new AuditSubject(HouseholdId: input.HouseholdId, Entity: "hosting-wish", EntityId: input.HouseholdId), cancel) == SaveOutcome.Conflict ? Failure.Of("hosting.changed-meanwhile") : Done.Result;
    }
}
