using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.People;

/// <summary>
/// Finds a person by a CPR number they have or had. Each search is a row of the audit with the person's id, also where the reader
/// may not see the person: then the answer is the same as where there is nobody.
/// </summary>
public static class FindByCpr
{
    public static async Task<Result<IReadOnlyList<FoundPerson>>> RunAsync(VejviserDb db, Reader who, AuditContext audit, string text, CancellationToken cancel)
    {
        if (!who.May(Permissions.Cpr))
            return Failure.Of("people.cpr-search-forbidden");
        var parsed = CprNumber.Parse(text);
        if (!parsed.IsSuccess)
            return parsed.Failure;
        var number = parsed.Value.Reveal();
        var owners = await db.PersonCprs.AsNoTracking().Where(c => c.Number == number)
            .Join(db.People, c => c.PersonId, p => p.Id, (c, p) => new { p.Id, p.HouseholdId }).Distinct().ToListAsync(cancel);
        var ids = owners.Select(o => o.Id).ToList();
        var found = await db.People.AsNoTracking().VisibleTo(db, who, audit.At).Where(p => ids.Contains(p.Id) && p.MergedIntoId == null).AsFound(db).ToListAsync(cancel);
        var subjects = owners.Select(o => new AuditSubject(o.Id, o.HouseholdId, "person", o.Id, found.Exists(f => f.Id == o.Id) ? null : "{\"shown\":false}")).ToList();
        // Each search is noted: a form sent twice may hold another number the second time.
        await db.SaveAsync(audit with { CommandId = null }, subjects.Count > 0 ? subjects : [new AuditSubject(Entity: "person", Details: "{\"found\":0}")], cancel);
        return found;
    }
}
