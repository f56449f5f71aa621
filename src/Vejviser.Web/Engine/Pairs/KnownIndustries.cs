using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>Industries by the words in use here, so that both sides are written alike: the municipality's own, and those of volunteers and newcomers.</summary>
internal static class KnownIndustries
{
    public static async Task<IReadOnlyList<string>> ReadAsync(VejviserDb db, CancellationToken cancel)
    {
        var own = await db.Industries.Where(i => !i.IsClosed).Select(i => i.Name).ToListAsync(cancel);
        var volunteers = await db.Volunteers.SelectMany(v => v.Industries).Select(i => i.Industry).Distinct().ToListAsync(cancel);
        var wishes = await db.PairWishes.SelectMany(w => w.Industries).Select(i => i.Industry).Distinct().ToListAsync(cancel);
        return [.. own.Concat(volunteers).Concat(wishes).Distinct(StringComparer.CurrentCultureIgnoreCase).Order(StringComparer.CurrentCulture)];
    }
}
