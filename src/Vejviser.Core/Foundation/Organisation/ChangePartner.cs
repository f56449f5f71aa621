using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>Adds or corrects a partner organisation, closes it, or opens it again.</summary>
public static class ChangePartner
{
    /// <param name="Id">Null adds one.</param>
    /// <param name="IsPrivate">A private organisation never sees a CPR number.</param>
    public sealed record Input(Guid? Id, string Name, PartnerKind Kind, bool IsPrivate, string? Email, string? Phone);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        var name = input.Name.Trim();
        if (name.Length == 0)
            return Failure.Of("organisation.partner-name-missing");
        if (!Enum.IsDefined(input.Kind))
            return Failure.Of("organisation.partner-kind-missing");
        if (await db.PartnerOrganisations.AnyAsync(p => p.Id != input.Id && p.Name == name, cancel))
            return Failure.Of("organisation.partner-name-taken");
        var partner = input.Id is { } id ? await db.PartnerOrganisations.SingleOrDefaultAsync(p => p.Id == id, cancel) : db.Add(new PartnerOrganisation { Name = name }).Entity;
        if (partner is null)
            return Failure.Of("organisation.unknown-partner");
        (partner.Name, partner.Kind, partner.IsPrivate) = (name, input.Kind, input.IsPrivate);
        (partner.Email, partner.Phone) = (input.Email.OrNull(), input.Phone.OrNull());
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "partner", EntityId: partner.Id), cancel);
        return partner.Id;
    }

    /// <summary>Closing a partner closes its users' accounts with it: they end together.</summary>
    public static async Task<Result<Done>> CloseAsync(VejviserDb db, Guid id, bool isClosed, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.PartnerOrganisations.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } partner)
            return Failure.Of("organisation.unknown-partner");
        if (partner.IsClosed == isClosed)
            return Done.Result;
        partner.IsClosed = isClosed;
        List<AuditSubject> subjects = [new AuditSubject(Entity: "partner", EntityId: id)];
        if (isClosed)
            foreach (var user in await db.Users.Where(a => a.PartnerId == id && !a.IsClosed).ToListAsync(cancel))
            {
                user.IsClosed = true;
                subjects.Add(new AuditSubject(Entity: "account", EntityId: user.Id));
            }

        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("access.conflict") : Done.Result;
    }
}
