using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A practice as the municipality runs it: what, who, when, and its versions.</summary>
public sealed class PracticeModel(EffectivePractices practices, PlanLaw law) : PracticePage(practices, law)
{
    /// <summary>Who fills each role here: a unit, an employee, or both in words.</summary>
    public IReadOnlyDictionary<string, string> Fillers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Running plans by version.</summary>
    public IReadOnlyDictionary<Guid, int> Running { get; private set; } = new Dictionary<Guid, int>();

    /// <summary>Names of those who published.</summary>
    public IReadOnlyDictionary<Guid, string> Publishers { get; private set; } = new Dictionary<Guid, string>();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var roles = await Db.PracticeRoles.AsNoTracking().Where(r => r.Practice == Practice).Select(r => new
        {
            r.Role,
            Unit = Db.Units.Where(u => u.Id == r.UnitId).Select(u => u.Name).FirstOrDefault(),
            Account = Db.Users.Where(a => a.Id == r.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
        }).ToListAsync(Cancel);
        Fillers = roles.Where(r => r.Unit is not null || r.Account is not null)
            .ToDictionary(r => r.Role, r => string.Join(", ", new[] { r.Account, r.Unit }.OfType<string>()), StringComparer.Ordinal);
        Running = await Db.Plans.AsNoTracking().Where(p => p.Practice == Practice && p.EndedAt == null).GroupBy(p => p.PracticeVersionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, Cancel);
        var by = Versions.Select(v => v.PublishedBy).OfType<Guid>().Distinct().ToList();
        Publishers = await Db.Users.AsNoTracking().Where(a => by.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, Cancel);
        AddCrumb(Texts.Title);
        return Page();
    }
}
