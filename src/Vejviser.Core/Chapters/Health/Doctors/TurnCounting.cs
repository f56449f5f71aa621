using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// From where a practice's turns are counted when it begins to take newcomers, takes them again, or has other provider numbers: level with the one that has fewest, so that turns stay at most
/// one apart and nobody is sent all newcomers at once.
/// </summary>
internal static class TurnCounting
{
    /// <summary>Adds the line of the ledger where the count changes. Asked before the practice's own figures are changed.</summary>
    /// <param name="begins">It begins to take newcomers now.</param>
    public static async Task CountAsync(VejviserDb db, MedicalPractice practice, int numbers, int? capacity, bool begins, AuditContext audit, CancellationToken cancel)
    {
        var all = await ReadDoctors.PracticesAsync(db, cancel);
        var had = all.FirstOrDefault(p => p.Id == practice.Id)?.Account ?? PracticeAccounts.None;
        var mayTakeMore = capacity is null || capacity > practice.Capacity;
        var fewest = begins || mayTakeMore ? all.Where(p => p.Id != practice.Id && p.TakesNewcomers).Select(p => (int?)p.Level).Min() : null;
        var own = Math.Max(0, Scaled(had.Turns, practice.Numbers, numbers));
        var wanted = fewest is { } level ? Math.Clamp(own, level * numbers, (level + 1) * numbers) : own;
        if (wanted != had.Turns)
            db.DoctorEvents.Add(new DoctorEvent { Kind = DoctorEventKind.Counted, PracticeId = practice.Id, On = audit.Day, At = audit.At, Turns = wanted - had.Turns });
    }

    /// <summary>A provider number that comes or goes has, or takes, as many turns as the others have.</summary>
    private static int Scaled(int turns, int before, int after) => before == after ? turns : (int)((long)turns * after / before);
}
