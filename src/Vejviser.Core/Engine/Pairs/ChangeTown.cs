using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Adds a town with its activity leader, or corrects it. Failures: <c>pairs.forbidden</c>, <c>pairs.name-missing</c>, <c>pairs.too-long</c>, <c>pairs.unknown-town</c>, <c>pairs.town-taken</c>.</summary>
public static class ChangeTown
{
    private const int MostCharacters = 100;

    /// <param name="Id">Null adds one.</param>
    public sealed record Input(Guid? Id, string? Name, string? Leader, string? LeaderPhone);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.Pairs))
            return Failure.Of("pairs.forbidden");
        var name = input.Name?.Trim() ?? "";
        if (name.Length == 0)
            return Failure.Of("pairs.name-missing");
        if (name.Length > MostCharacters || input.Leader?.Length > MostCharacters || input.LeaderPhone?.Length > MostCharacters)
            return Failure.Of("pairs.too-long", ("most", MostCharacters));
        var town = input.Id is { } id ? await db.Towns.SingleOrDefaultAsync(t => t.Id == id, cancel) : db.Add(new Town { Name = name }).Entity;
        if (town is null)
            return Failure.Of("pairs.unknown-town");
        (town.Name, town.Leader, town.LeaderPhone) = (name, input.Leader.OrNull(), input.LeaderPhone.OrNull());
        if (!db.ChangeTracker.HasChanges())
            return town.Id;
        try
        {
            await db.SaveAsync(audit, new AuditSubject(Entity: "town", EntityId: town.Id), cancel);
            return town.Id;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("town"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("pairs.town-taken");
        }
    }
}
