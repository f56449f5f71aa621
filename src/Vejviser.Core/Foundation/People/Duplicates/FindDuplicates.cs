using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>
/// Suggests people who may stand twice, among those the reader may see, with reasons. It decides nothing: a person compares and merges,
/// or says that they are not the same.
/// </summary>
public static class FindDuplicates
{
    public static async Task<IReadOnlyList<DuplicatePair>> RunAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        var people = await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => p.MergedIntoId == null)
            .Select(p => new ComparedPerson(p.Id, p.GivenName, p.FamilyName, p.SearchName, p.BirthDate, p.BirthYear, p.Sex, p.CaseRef, p.Phone, p.Email))
            .ToListAsync(cancel);
        var shared = await db.PersonCprs.AsNoTracking()
            .Where(c => db.PersonCprs.Any(o => o.Number == c.Number && o.PersonId != c.PersonId))
            .Select(c => new { c.Number, c.PersonId }).ToListAsync(cancel);
        var sameCpr = shared.GroupBy(c => c.Number, c => c.PersonId, StringComparer.Ordinal)
            .SelectMany(g => g.Distinct().SelectMany(a => g.Where(b => a.CompareTo(b) < 0).Select(b => (a, b))));
        var refused = (await db.NotDuplicates.AsNoTracking().Select(n => new { n.PersonId, n.OtherPersonId }).ToListAsync(cancel))
            .Select(n => DuplicatePair.Key(n.PersonId, n.OtherPersonId)).ToHashSet();
        return [.. WeighDuplicates.Run(people, sameCpr).Where(p => !refused.Contains((p.OneId, p.OtherId)))];
    }
}
