using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>The practices of the catalogue, and which of them run here.</summary>
public sealed class PracticesModel(PracticeCatalogue catalogue) : VejviserPage
{
    public IReadOnlyList<PracticeDefinition> Practices => catalogue.Practices;

    /// <summary>By practice: the newest version's number, and how many plans run.</summary>
    public IReadOnlyDictionary<string, (int Version, int Running)> Here { get; private set; } = new Dictionary<string, (int, int)>();

    public async Task OnGetAsync()
    {
        var rows = await Db.PracticeVersions.AsNoTracking().GroupBy(v => v.Practice)
            .Select(g => new { Practice = g.Key, Version = g.Max(v => v.Number), Running = Db.Plans.Count(p => p.Practice == g.Key && p.EndedAt == null) }).ToListAsync(Cancel);
        Here = rows.ToDictionary(r => r.Practice, r => (r.Version, r.Running), StringComparer.Ordinal);
    }
}
