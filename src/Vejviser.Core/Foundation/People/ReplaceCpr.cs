using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>What is worth knowing about a number that was taken: nothing here refuses it.</summary>
/// <param name="FitsModulus11">False is no error: valid numbers without it exist since 2007, many with birthday 1 January.</param>
/// <param name="BirthDateDiffers">The number says another birth date than the person's.</param>
/// <param name="OtherPersonId">Another person who has or had the same number; null where nobody, or nobody the reader may see.</param>
public sealed record CprTaken(bool IsUnchanged, bool IsReplacement, bool FitsModulus11, bool BirthDateDiffers, Guid? OtherPersonId);

/// <summary>Gives a person a CPR number, or a new one: the old is kept with the day it ended.</summary>
public static class ReplaceCpr
{
    public static async Task<Result<CprTaken>> RunAsync(VejviserDb db, Reader who, AuditContext audit, Guid personId, string text, CancellationToken cancel)
    {
        if (!who.May(Permissions.Cpr))
            return Failure.Of("people.cpr-forbidden");
        var parsed = CprNumber.Parse(text);
        if (!parsed.IsSuccess)
            return parsed.Failure;
        var loaded = await LoadPerson.RunAsync(db, who, audit, personId, cancel);
        if (!loaded.IsSuccess)
            return loaded.Failure;
        var (person, number) = (loaded.Value, parsed.Value);
        var inForce = await db.PersonCprs.Where(c => c.PersonId == personId && c.Until == null).ToListAsync(cancel);
        var digits = number.Reveal();
        var other = await db.PersonCprs.Where(c => c.Number == digits && c.PersonId != personId)
            .Join(db.People.VisibleTo(db, who, audit.At), c => c.PersonId, p => p.Id, (c, p) => (Guid?)(p.MergedIntoId ?? p.Id)).FirstOrDefaultAsync(cancel);
        var isUnchanged = inForce.Exists(c => c.Number == digits);
        var taken = new CprTaken(isUnchanged, number.IsReplacement, number.FitsModulus11, person.BirthDate is { } born && born != number.BirthDate, other);
        if (isUnchanged)
            return taken;

        foreach (var old in inForce)
            old.Until = audit.At;
        var row = new PersonCpr { PersonId = personId, Number = digits, IsReplacement = number.IsReplacement, From = audit.At };
        db.PersonCprs.Add(row);
        var details = number.IsReplacement ? "{\"replacement\":true}" : "{\"replacement\":false}";
        await db.SaveAsync(audit, new AuditSubject(personId, person.HouseholdId, "person_cpr", row.Id, details), cancel);
        return taken;
    }
}
