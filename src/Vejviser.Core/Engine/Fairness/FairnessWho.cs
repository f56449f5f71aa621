using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Fairness;

/// <summary>The groups somebody is counted in; empty where it is not known. Nobody can be told from it.</summary>
public sealed record FairnessWho(string Language, string Sex, string Size)
{
    public static FairnessWho Unknown { get; } = new("", nameof(Foundation.People.Sex.Unknown), "");

    public static string SizeOf(int people) => people switch { <= 0 => "", 1 => "1", 2 => "2", 3 or 4 => "3-4", _ => "5+" };

    /// <summary>People by their own language and sex, and the size of their household.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FairnessWho>> OfPeopleAsync(VejviserDb db, IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        (await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Language, p.Sex, Size = db.People.Count(o => o.HouseholdId == p.HouseholdId && o.MergedIntoId == null) }).ToListAsync(cancel))
            .ToDictionary(p => p.Id, p => new FairnessWho(p.Language ?? "", p.Sex.ToString(), SizeOf(p.Size)));

    /// <summary>Households by their head's language and sex, and by their size.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FairnessWho>> OfHouseholdsAsync(VejviserDb db, IReadOnlyCollection<Guid> households, CancellationToken cancel) =>
        (await db.People.AsNoTracking().Where(p => p.MergedIntoId == null && households.Contains(p.HouseholdId)).OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => new { p.HouseholdId, p.Language, p.Sex }).ToListAsync(cancel))
            .GroupBy(p => p.HouseholdId).ToDictionary(g => g.Key, g => new FairnessWho(g.First().Language ?? "", g.First().Sex.ToString(), SizeOf(g.Count())));
}
