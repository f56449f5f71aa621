using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Adds a department or team, or renames and moves one. Rights given in a unit hold in all that comes below it.</summary>
public static class ChangeUnit
{
    /// <param name="UnitId">Null adds one.</param>
    /// <param name="ParentId">Where it belongs; null is the top.</param>
    /// <param name="Name">No other unit below the same parent has it.</param>
    /// <param name="Email">The unit's own mailbox.</param>
    public sealed record Input(Guid? UnitId, Guid? ParentId, string Name, string? Email);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var units = await db.Units.ToListAsync(cancel);
        var unit = units.Find(u => u.Id == input.UnitId);
        var failure = (unit is null ? null : MayOrganise.Unit(by, unit.Id))
            ?? (unit is null || unit.ParentId != input.ParentId ? MayOrganise.Unit(by, input.ParentId) : null)
            ?? Decide(input, units);
        if (failure is not null)
            return failure;
        if (unit is null)
            db.Units.Add(unit = new Unit { Name = "" });
        (unit.Name, unit.ParentId) = (input.Name.Trim(), input.ParentId);
        unit.Email = input.Email.OrNull();
        if (!db.ChangeTracker.HasChanges())
            return unit.Id;
        await db.SaveAsync(audit, new AuditSubject(Entity: "unit", EntityId: unit.Id, Details: unit.ParentId is null ? null : $$"""{"parent":"{{unit.ParentId}}"}"""), cancel);
        return unit.Id;
    }

    internal static Failure? Decide(Input input, IReadOnlyCollection<Unit> units)
    {
        var name = input.Name.Trim();
        if (name.Length == 0)
            return Failure.Of("organisation.unit-name-missing");
        if (input.UnitId is { } id && units.All(u => u.Id != id))
            return Failure.Of("organisation.unknown-unit");
        if (input.ParentId is { } parent && !units.Any(u => u.Id == parent && !u.IsClosed))
            return Failure.Of("organisation.unknown-unit");
        if (input is { UnitId: { } moved, ParentId: { } below } && UnitTree.AndBelow(moved, units).Contains(below))
            return Failure.Of("organisation.unit-below-itself");
        return units.Any(u => u.Id != input.UnitId && u.ParentId == input.ParentId && string.Equals(u.Name, name, StringComparison.CurrentCultureIgnoreCase))
            ? Failure.Of("organisation.unit-name-taken")
            : null;
    }
}
