using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Chapters.Housing.Agreements;

/// <summary>
/// Registers a framework agreement and corrects it, adds milestones and notes that they are reached. Failures: <c>housing.forbidden</c>, <c>housing.name-missing</c>, <c>housing.too-long</c>,
/// <c>housing.agreement-figures</c>, <c>housing.unknown-association</c>, <c>housing.unknown-agreement</c>, <c>housing.unknown-milestone</c>, <c>housing.changed-meanwhile</c>.
/// </summary>
public static class ChangeHousingAgreement
{
    public const int MostCharacters = 400;
    private const int MostHomes = 10_000;
    private const int MostKroner = 100_000_000;
    private const int MostHours = 1000;

    /// <param name="Id">Null registers one.</param>
    public sealed record Input(
        Guid? Id, string? Name, DateOnly From, DateOnly To, int QuarterPercent, int ExtraHomes, DateOnly ExtraTo, int ActivityKroner, int ActivitySpent, int HotlineHours, bool HasGuarantee, IReadOnlyCollection<Guid> Associations, int? Version = null);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (await FaultAsync(db, input, name, who, cancel) is { } fault)
            return fault;
        var agreement = input.Id is { } id ? await db.HousingAgreements.SingleOrDefaultAsync(a => a.Id == id, cancel) : db.Add(new HousingAgreement { Name = name }).Entity;
        if (agreement is null)
            return Failure.Of("housing.unknown-agreement");
        if (input.Version is { } seen && seen != agreement.Version)
            return Failure.Of("housing.changed-meanwhile");
        (agreement.Name, agreement.From, agreement.To, agreement.QuarterPercent) = (name, input.From, input.To, input.QuarterPercent);
        (agreement.ExtraHomes, agreement.ExtraTo, agreement.ActivityKroner, agreement.ActivitySpent) = (input.ExtraHomes, input.ExtraTo, input.ActivityKroner, input.ActivitySpent);
        (agreement.HotlineHours, agreement.HasGuarantee) = (input.HotlineHours, input.HasGuarantee);
        var signed = await db.AgreementAssociations.Where(a => a.AgreementId == agreement.Id).ToListAsync(cancel);
        db.RemoveRange(signed.Where(s => !input.Associations.Contains(s.AssociationId)));
        db.AddRange(input.Associations.Distinct().Where(a => !signed.Exists(s => s.AssociationId == a)).Select(a => new AgreementAssociation { AgreementId = agreement.Id, AssociationId = a }));
        if (!db.ChangeTracker.HasChanges())
            return agreement.Id;
        agreement.Version++;
        return await SaveAsync(db, agreement.Id, agreement.Id, audit, cancel);
    }

    public static async Task<Result<Guid>> AddMilestoneAsync(VejviserDb db, Guid agreement, string? title, DateOnly due, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (string.IsNullOrWhiteSpace(title))
            return Failure.Of("housing.name-missing");
        if (title.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (!await db.HousingAgreements.AnyAsync(a => a.Id == agreement, cancel))
            return Failure.Of("housing.unknown-agreement");
        var made = db.Add(new AgreementMilestone { AgreementId = agreement, Title = title.Trim(), Due = due }).Entity;
        return await SaveAsync(db, agreement, made.Id, audit, cancel);
    }

    public static async Task<Result<Guid>> ReachMilestoneAsync(VejviserDb db, Guid id, string? note, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (note?.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (await db.AgreementMilestones.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } milestone)
            return Failure.Of("housing.unknown-milestone");
        if (milestone.ReachedOn is not null)
            return milestone.AgreementId;
        (milestone.ReachedOn, milestone.Note) = (audit.Day, note.OrNull());
        return await SaveAsync(db, milestone.AgreementId, milestone.AgreementId, audit, cancel);
    }

    private static async Task<Result<Guid>> SaveAsync(VejviserDb db, Guid agreement, Guid answer, AuditContext audit, CancellationToken cancel) =>
        await db.SaveAsync(audit, new AuditSubject(Entity: "housing-agreement", EntityId: agreement), cancel) == SaveOutcome.Conflict ? Failure.Of("housing.changed-meanwhile") : answer;

    private static async Task<Failure?> FaultAsync(VejviserDb db, Input input, string name, Reader who, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingEdit))
            return Failure.Of("housing.forbidden");
        if (name.Length == 0)
            return Failure.Of("housing.name-missing");
        if (name.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (input.To < input.From || input.ExtraTo < input.From || input.QuarterPercent is < 0 or > 100 || input.ExtraHomes is < 0 or > MostHomes || input.ActivityKroner is < 0 or > MostKroner || input.ActivitySpent is < 0 or > MostKroner || input.HotlineHours is < 1 or > MostHours)
            return Failure.Of("housing.agreement-figures");
        var associations = input.Associations.Distinct().ToList();
        return associations.Count == 0 || await db.PartnerOrganisations.CountAsync(p => associations.Contains(p.Id) && p.Kind == PartnerKind.HousingAssociation, cancel) != associations.Count ? Failure.Of("housing.unknown-association") : null;
    }
}
