using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <summary>The policy in force: the newest that is published, else <see cref="HousingPolicy.First"/>.</summary>
public static class ReadPolicy
{
    public static async Task<HousingPolicy> InForceAsync(VejviserDb db, CancellationToken cancel) =>
        await db.HousingPolicies.AsNoTracking().OrderByDescending(p => p.Number).FirstOrDefaultAsync(cancel) ?? HousingPolicy.First;
}
