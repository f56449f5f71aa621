using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>
/// Deletes what the public wrote on the form and nobody took further: no visit was booked, nobody judged the home. Who asked to be a host is not kept for longer than there is a use for it (GDPR, article 5(1)(e)). The audit keeps that there
/// was an enquiry and that it is gone, and nothing of what it said.
/// </summary>
public static class ForgetEnquiries
{
    private const int MostAtOnce = 200;

    /// <param name="months">How long an enquiry is kept; 0 keeps all.</param>
    /// <returns>How many were deleted.</returns>
    public static async Task<int> RunAsync(VejviserDb db, int months, AuditContext audit, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (months <= 0)
            return 0;
        var before = audit.At.AddMonths(-months);
        var old = await db.PrivateHosts.Where(h => (h.State == HostState.Enquired || h.State == HostState.Withdrawn) && h.VisitMeetingId == null && h.JudgedOn == null && h.ReceivedAt < before && !db.HostMatches.Any(m => m.HostId == h.Id))
            .OrderBy(h => h.ReceivedAt).Take(MostAtOnce).ToListAsync(cancel);
        if (old.Count == 0)
            return 0;
        var ids = old.ConvertAll(h => h.Id);
        db.HostAccesses.RemoveRange(await db.HostAccesses.Where(a => ids.Contains(a.HostId)).ToListAsync(cancel));
        db.PrivateHosts.RemoveRange(old);
        // Somebody who takes one of them further at this moment keeps them all until the next round.
        return await db.SaveAsync(audit, [.. ids.Select(id => new AuditSubject(Entity: "private-host", EntityId: id))], cancel) == SaveOutcome.Saved ? old.Count : 0;
    }
}
