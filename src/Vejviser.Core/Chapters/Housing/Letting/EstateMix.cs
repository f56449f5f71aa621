using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>Who lives in an integration-supporting estate: students and newcomers, and how many parts each should be.</summary>
public sealed record EstateMix(int Students, int Refugees, int StudentParts, int RefugeeParts)
{
    /// <summary>How many newcomers' homes there are more than their part, in thirds of a home where the parts are 2 and 1; negative where there are fewer.</summary>
    private int Off => Refugees * (StudentParts + RefugeeParts) - (Students + Refugees) * RefugeeParts;

    /// <summary>Less than one home from its parts.</summary>
    public bool IsKept => Math.Abs(Off) < StudentParts + RefugeeParts;

    public EstateMix With(TenantKind tenant) => tenant == TenantKind.Student ? this with { Students = Students + 1 } : this with { Refugees = Refugees + 1 };

    /// <summary>A letting is allowed where the mix is kept after it, or, when tenants have moved out, where it brings the mix nearer.</summary>
    public bool Allows(TenantKind tenant) => With(tenant) is var after && (after.IsKept || Math.Abs(after.Off) < Math.Abs(Off));

    public static async Task<EstateMix> ReadAsync(VejviserDb db, Guid estate, MixedRules rules, CancellationToken cancel)
    {
        var tenants = await db.Leases.Where(l => l.HeldDwellingId != null && db.Dwellings.Any(d => d.Id == l.DwellingId && d.EstateId == estate)).GroupBy(l => l.Tenant).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new EstateMix(
            tenants.FirstOrDefault(t => t.Key == TenantKind.Student)?.Count ?? 0, tenants.FirstOrDefault(t => t.Key == TenantKind.Household)?.Count ?? 0, rules.StudentParts, rules.RefugeeParts);
    }
}
