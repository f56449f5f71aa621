using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>
/// Says which organisation is a practice's partner here, and when the agreement was signed and is to be read again. Failures: <c>organisation.only-everywhere</c> where the reader
/// may neither adapt practices nor change the organisation, <c>agreements.unknown-partner</c>, <c>agreements.reread-before-signed</c>, <c>agreements.contact-long</c>, <c>agreements.changed-meanwhile</c>.
/// </summary>
public static class ChangeAgreement
{
    private const int MostContact = 200;

    /// <param name="Partner">The partner's id in the practice's definition; the caller has looked that it has one.</param>
    /// <param name="PartnerId">Null ends the agreement.</param>
    public sealed record Input(string Practice, string Partner, Guid? PartnerId, DateOnly? SignedOn, DateOnly? RereadOn, string? Contact);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (!by.MayEverywhere(Permissions.PracticesAdapt) && MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (input.PartnerId is { } chosen && !await db.PartnerOrganisations.AnyAsync(p => p.Id == chosen && !p.IsClosed, cancel))
            return Failure.Of("agreements.unknown-partner");
        if (input.RereadOn < input.SignedOn)
            return Failure.Of("agreements.reread-before-signed");
        if (input.Contact?.Length > MostContact)
            return Failure.Of("agreements.contact-long", ("most", MostContact));
        var agreement = await db.PartnerAgreements.SingleOrDefaultAsync(a => a.Practice == input.Practice && a.Partner == input.Partner, cancel);
        if (input.PartnerId is not { } partner)
        {
            if (agreement is null)
                return Done.Result;
            db.Remove(agreement);
        }
        else
        {
            agreement ??= db.PartnerAgreements.Add(new PartnerAgreement { Practice = input.Practice, Partner = input.Partner, PartnerId = partner }).Entity;
            (agreement.PartnerId, agreement.SignedOn, agreement.RereadOn, agreement.Contact) = (partner, input.SignedOn, input.RereadOn, input.Contact.OrNull());
            agreement.Version++;
        }

        var saved = await db.SaveAsync(audit, new AuditSubject(Entity: "partner-agreement", EntityId: agreement.Id, Details: $$"""{"practice":"{{input.Practice}}","partner":"{{input.Partner}}","organisation":"{{input.PartnerId}}"}"""), cancel);
        return saved == SaveOutcome.Conflict ? Failure.Of("agreements.changed-meanwhile") : Done.Result;
    }
}
