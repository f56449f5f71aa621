using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Somebody who has a CPR number in force.</summary>
/// <param name="IsClosed">Staff have closed MitID for them, by this number or one they had before.</param>
internal sealed record MitIdOwner(Guid CprId, Person Person, bool IsClosed)
{
    /// <param name="number">Ten digits.</param>
    /// <returns>One, where all is well; none of an ended number, nor of people merged into others.</returns>
    public static Task<List<MitIdOwner>> OfAsync(VejviserDb db, string number, CancellationToken cancel) => (
        from c in db.PersonCprs.AsNoTracking()
        join p in db.People on c.PersonId equals p.Id
        where c.Number == number && c.Until == null && p.MergedIntoId == null
        select new MitIdOwner(c.Id, p, db.MitIdAccesses.Any(a => a.ClosedAt != null && db.PersonCprs.Any(o => o.Id == a.CprId && o.PersonId == p.Id)))).ToListAsync(cancel);

    /// <summary>Why MitID lets nobody in, as a code for the audit; null where it does. Asked at sign-in, and again on each request.</summary>
    public static string? Refusal(IReadOnlyList<MitIdOwner> owners, NewcomerSettings settings, DateOnly day) => owners switch
    {
        [] => "unknown",
        [{ IsClosed: true }] => "closed",
        [var one] => settings.Refusal(one.Person, day)?.Code.Split('.')[1],
        _ => "shared-number",
    };
}
