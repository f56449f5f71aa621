using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>
/// Registers an initiative, corrects it, ends it and takes it up again. Failures: <c>initiatives.forbidden</c>, <c>initiatives.name-missing</c>, <c>initiatives.too-long</c>,
/// <c>initiatives.name-taken</c>, <c>initiatives.unknown-area</c>, <c>initiatives.groups-missing</c>, <c>initiatives.weeks</c>, <c>initiatives.unknown-partner</c>, <c>initiatives.unknown</c>.
/// </summary>
public static class ChangeInitiative
{
    public const int MostCharacters = 400;

    /// <param name="Id">Null registers one.</param>
    /// <param name="PartnerId">Null where the municipality runs it.</param>
    /// <param name="ToWeek">Null where it has no end.</param>
    public sealed record Input(Guid? Id, string? Name, string? Area, NewcomerGroups Groups, Guid? PartnerId, string? Particulars, int FromWeek, int? ToWeek, int EveryWeeks);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (await FaultAsync(db, input, name, by, cancel) is { } fault)
            return fault;
        var initiative = input.Id is { } id ? await db.Initiatives.SingleOrDefaultAsync(i => i.Id == id, cancel) : db.Add(new Initiative { Name = name, Area = input.Area! }).Entity;
        if (initiative is null)
            return Failure.Of("initiatives.unknown");
        (initiative.Name, initiative.Area, initiative.Groups, initiative.PartnerId) = (name, input.Area!, input.Groups, input.PartnerId);
        (initiative.FromWeek, initiative.ToWeek, initiative.EveryWeeks) = (input.FromWeek, input.ToWeek, input.EveryWeeks);
        initiative.Particulars = input.Particulars.OrNull();
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "initiative", EntityId: initiative.Id), cancel);
        return initiative.Id;
    }

    public static async Task<Result<Done>> EndAsync(VejviserDb db, Guid id, bool isEnded, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("initiatives.forbidden");
        if (await db.Initiatives.SingleOrDefaultAsync(i => i.Id == id, cancel) is not { } initiative)
            return Failure.Of("initiatives.unknown");
        if (initiative.IsEnded == isEnded)
            return Done.Result;
        initiative.IsEnded = isEnded;
        await db.SaveAsync(audit, new AuditSubject(Entity: "initiative", EntityId: id), cancel);
        return Done.Result;
    }

    private static async Task<Failure?> FaultAsync(VejviserDb db, Input input, string name, Reader by, CancellationToken cancel)
    {
        if (!by.May(Permissions.InitiativesEdit))
            return Failure.Of("initiatives.forbidden");
        if (name.Length == 0)
            return Failure.Of("initiatives.name-missing");
        if (name.Length > MostCharacters || input.Particulars?.Length > MostCharacters)
            return Failure.Of("initiatives.too-long", ("most", MostCharacters));
        if (input.Area is null || !PracticeDefinition.Chapters.Contains(input.Area))
            return Failure.Of("initiatives.unknown-area");
        if (input.Groups == NewcomerGroups.None)
            return Failure.Of("initiatives.groups-missing");
        if (input.FromWeek is < 0 or >= Initiative.Weeks || input.ToWeek < input.FromWeek || input.EveryWeeks is < 1 or > Initiative.Weeks)
            return Failure.Of("initiatives.weeks", ("last", Initiative.Weeks - 1));
        if (await db.Initiatives.AnyAsync(i => i.Id != input.Id && !i.IsEnded && i.Name == name, cancel))
            return Failure.Of("initiatives.name-taken");
        return input.PartnerId is { } partner && !await db.PartnerOrganisations.AnyAsync(p => p.Id == partner && !p.IsClosed, cancel)
            ? Failure.Of("initiatives.unknown-partner") : null;
    }
}
