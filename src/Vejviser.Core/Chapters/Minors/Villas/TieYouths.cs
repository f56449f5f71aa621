using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>Says that two youths get on, must not live together, or neither. Failures: <c>villas.forbidden</c>, <c>villas.unknown-youth</c>, <c>villas.tied-to-self</c>, <c>villas.live-together</c> (they share a villa already), <c>villas.changed-meanwhile</c>.</summary>
public static class TieYouths
{
    /// <param name="apart">Must not live together; false: get on; null takes back what was said.</param>
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid person, Guid other, bool? apart, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.MinorsEdit))
            return Failure.Of("villas.forbidden");
        if (person == other)
            return Failure.Of("villas.tied-to-self");
        var two = await ReadVillas.Youths(db).Where(p => p.Id == person || p.Id == other).Select(p => new { p.Id, p.HouseholdId, Villa = db.VillaStays.Where(s => s.HeldPersonId == p.Id).Select(s => (Guid?)s.VillaId).FirstOrDefault() }).ToListAsync(cancel);
        if (two.Count != 2)
            return Failure.Of("villas.unknown-youth");
        if (apart == true && two[0].Villa is { } shared && shared == two[1].Villa)
            return Failure.Of("villas.live-together");
        var (first, second) = YouthTie.PairOf(person, other);
        var tie = await db.YouthTies.SingleOrDefaultAsync(t => t.PersonId == first && t.OtherPersonId == second, cancel);
        if (tie?.IsApart == apart)
            return Done.Result;
        if (apart is not { } isApart)
            db.Remove(tie!);
        else
            (tie ?? db.Add(new YouthTie { PersonId = first, OtherPersonId = second }).Entity).IsApart = isApart;
        try
        {
            await db.SaveAsync(audit, [.. two.Select(t => new AuditSubject(t.Id, t.HouseholdId, "youth-tie", t.Id, AuditDetails.Of(("other", t.Id == person ? other : person), ("apart", apart))))], cancel);
            return Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("youth_tie"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("villas.changed-meanwhile");
        }
    }
}
