using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>
/// Registers a contact person of a villa, corrects, closes and takes up again. Failures: <c>villas.forbidden</c>, <c>villas.name-missing</c>, <c>villas.too-long</c>, <c>villas.language-missing</c>, <c>villas.unknown</c>, <c>villas.unknown-contact</c>,
/// <c>villas.staff-closed</c>, <c>villas.contact-of-youths</c> (the mother tongue of somebody they are contact person of would be lost), <c>villas.changed-meanwhile</c>.
/// </summary>
public static class ChangeVillaContact
{
    public const int MostCharacters = 200;

    /// <param name="Id">Null registers one.</param>
    /// <param name="AccountId">Where they are an employee.</param>
    public sealed record Input(Guid? Id, Guid VillaId, string? Name, string? Phone, string? Language, string? OtherLanguage, Guid? AccountId, bool IsClosed = false);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (!who.May(Permissions.MinorsEdit))
            return Failure.Of("villas.forbidden");
        if (name.Length == 0)
            return Failure.Of("villas.name-missing");
        if (name.Length > MostCharacters || input.Phone?.Length > MostCharacters)
            return Failure.Of("villas.too-long", ("most", MostCharacters));
        if (string.IsNullOrWhiteSpace(input.Language))
            return Failure.Of("villas.language-missing");
        if (await db.Villas.SingleOrDefaultAsync(v => v.Id == input.VillaId, cancel) is not { } villa)
            return Failure.Of("villas.unknown");
        if (input.AccountId is { } account && !await db.Users.AnyAsync(a => a.Id == account && !a.IsClosed && a.Kind == AccountKind.Employee, cancel))
            return Failure.Of("villas.staff-closed");
        var contact = input.Id is { } id ? await db.VillaContacts.SingleOrDefaultAsync(c => c.Id == id && c.VillaId == input.VillaId, cancel) : db.Add(new VillaContact { VillaId = input.VillaId, Name = name, Language = input.Language }).Entity;
        if (contact is null)
            return Failure.Of("villas.unknown-contact");
        string?[] spoken = [input.Language, input.OtherLanguage.OrNull()];
        // Whoever has them as contact person was promised somebody who speaks their mother tongue.
        if (await db.VillaStays.Where(s => s.HeldPersonId != null && s.ContactId == contact.Id).Join(db.People, s => s.PersonId, p => p.Id, (_, p) => p.Language).AnyAsync(l => l != null && !spoken.Contains(l) && (l == contact.Language || l == contact.OtherLanguage), cancel))
            return Failure.Of("villas.contact-of-youths");
        (contact.Name, contact.Phone, contact.Language, contact.OtherLanguage, contact.AccountId, contact.IsClosed) = (name, input.Phone.OrNull(), input.Language, input.OtherLanguage.OrNull(), input.AccountId, input.IsClosed);
        if (!db.ChangeTracker.HasChanges())
            return contact.Id;
        // Who decides on a proposal with this contact person in it is told to look again.
        villa.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "villa-contact", EntityId: contact.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("villas.changed-meanwhile") : contact.Id;
    }
}
