using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>Registers a guide, corrects, closes and takes up again. Failures: <c>guides.forbidden</c>, <c>guides.name-missing</c>, <c>guides.too-long</c>, <c>guides.name-taken</c>, <c>guides.unknown</c>.</summary>
public static class ChangeGuide
{
    private const int MostCharacters = 200;

    /// <param name="Id">Null registers one.</param>
    public sealed record Input(Guid? Id, string? Name, string? Language);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("guides.forbidden");
        if (name.Length == 0)
            return Failure.Of("guides.name-missing");
        if (name.Length > MostCharacters)
            return Failure.Of("guides.too-long", ("most", MostCharacters));
        if (await db.Guides.AnyAsync(g => g.Id != input.Id && !g.IsClosed && g.Name == name, cancel))
            return Failure.Of("guides.name-taken");
        var guide = input.Id is { } id ? await db.Guides.SingleOrDefaultAsync(g => g.Id == id, cancel) : db.Add(new Guide { Name = name, Since = audit.Day, TurnsBefore = await FewestAsync(db, cancel) }).Entity;
        if (guide is null)
            return Failure.Of("guides.unknown");
        (guide.Name, guide.Language) = (name, string.IsNullOrWhiteSpace(input.Language) ? null : input.Language);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "guide", EntityId: guide.Id), cancel);
        return guide.Id;
    }

    public static async Task<Result<Done>> CloseAsync(VejviserDb db, Guid id, bool isClosed, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("guides.forbidden");
        if (await db.Guides.SingleOrDefaultAsync(g => g.Id == id, cancel) is not { } guide)
            return Failure.Of("guides.unknown");
        if (guide.IsClosed == isClosed)
            return Done.Result;
        guide.IsClosed = isClosed;
        // Turns ahead of who stops are free again; what was served stays.
        if (isClosed)
            db.GuideTurns.RemoveRange(await db.GuideTurns.Where(t => t.GuideId == id && t.Day > audit.Day && t.Minutes == null).ToListAsync(cancel));
        await db.SaveAsync(audit, new AuditSubject(Entity: "guide", EntityId: id), cancel);
        return Done.Result;
    }

    private static async Task<int> FewestAsync(VejviserDb db, CancellationToken cancel) =>
        await db.Guides.Where(g => !g.IsClosed).Select(g => (int?)(g.TurnsBefore + db.GuideTurns.Count(t => t.GuideId == g.Id))).MinAsync(cancel) ?? 0;
}
