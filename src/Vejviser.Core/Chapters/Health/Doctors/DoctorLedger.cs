using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>A practice's account. <c>Given + MovedIn - MovedOut - Left = Patients</c>, always.</summary>
/// <param name="Counted">Turns it was counted ahead when it came, or came back.</param>
/// <param name="Had">Newcomers since the last agreement.</param>
public sealed record PracticeAccounts(int Given, int MovedIn, int MovedOut, int Left, int Counted, int Had)
{
    public static readonly PracticeAccounts None = new(0, 0, 0, 0, 0, 0);

    /// <summary>Whom it has by the agreement.</summary>
    public int Patients => Given + MovedIn - MovedOut - Left;

    /// <summary>Turns that count. Who has left was had: the turn stays.</summary>
    public int Turns => Given + MovedIn - MovedOut + Counted;
}

/// <summary>The ledger of turns, folded from its lines.</summary>
public static class DoctorLedger
{
    public static async Task<IReadOnlyDictionary<Guid, PracticeAccounts>> ReadAsync(VejviserDb db, CancellationToken cancel)
    {
        var all = await db.DoctorEvents.GroupBy(e => new { e.PracticeId, e.Kind }).Select(g => new { g.Key.PracticeId, g.Key.Kind, Count = g.Count(), Turns = g.Sum(e => e.Turns) }).ToListAsync(cancel);
        var since = (await db.DoctorEvents
            .Where(e => !db.DoctorEvents.Any(r => r.PracticeId == e.PracticeId && r.Kind == DoctorEventKind.Renegotiated && r.At >= e.At))
            .GroupBy(e => new { e.PracticeId, e.Kind }).Select(g => new { g.Key.PracticeId, g.Key.Kind, Count = g.Count() }).ToListAsync(cancel)).ToLookup(e => e.PracticeId, e => (e.Kind, e.Count));
        return all.GroupBy(e => e.PracticeId).ToDictionary(g => g.Key, g =>
        {
            int Of(DoctorEventKind kind) => g.Where(e => e.Kind == kind).Sum(e => e.Count);
            int Since(DoctorEventKind kind) => since[g.Key].Where(e => e.Kind == kind).Sum(e => e.Count);
            return new PracticeAccounts(
                Of(DoctorEventKind.Given), Of(DoctorEventKind.MovedIn), Of(DoctorEventKind.MovedOut), Of(DoctorEventKind.Left), g.Sum(e => e.Turns),
                Math.Max(0, Since(DoctorEventKind.Given) + Since(DoctorEventKind.MovedIn) - Since(DoctorEventKind.MovedOut)));
        });
    }
}
