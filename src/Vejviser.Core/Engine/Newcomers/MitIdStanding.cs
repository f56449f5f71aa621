using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>How MitID stands for a person, as staff are told.</summary>
/// <param name="State"><c>open</c>, <c>replacement</c> (open, by a replacement number), <c>closed</c>, <c>no-cpr</c>.</param>
/// <param name="UsedAt">When the person last signed in by it, by any number they have or had; null where they never did.</param>
public sealed record MitIdStanding(string State, DateTime? UsedAt)
{
    public bool IsClosed => State == "closed";

    public bool IsOpen => State is "open" or "replacement";

    public static async Task<MitIdStanding> OfAsync(VejviserDb db, Guid personId, CancellationToken cancel)
    {
        var number = await db.PersonCprs.AsNoTracking().Where(c => c.PersonId == personId && c.Until == null).Select(c => new { c.IsReplacement }).FirstOrDefaultAsync(cancel);
        var accesses = await MitIdAccess.Of(db, personId).AsNoTracking().ToListAsync(cancel);
        return new MitIdStanding(
            accesses.Exists(a => a.ClosedAt is not null) ? "closed" : number is null ? "no-cpr" : number.IsReplacement ? "replacement" : "open",
            accesses.Max(a => a.LastUsedAt));
    }
}
