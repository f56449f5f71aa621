using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>
/// Puts forward by itself to the hosts who are owed another household: after a no, and when somebody has moved out. Nobody has been asked yet; both answer as always. A host for whom there is nobody now stays owed, and is looked at
/// again. Twice at once puts forward once: each host and household has its key.
/// </summary>
public sealed class ProposeNext(VejviserDb db, EffectivePractices practices)
{
    /// <returns>How many were put forward.</returns>
    public async Task<int> RunAsync(AuditContext audit, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (!await db.PrivateHosts.AnyAsync(h => h.NextBy != null && h.State == HostState.Fit, cancel))
            return 0;
        var pairs = await ReadHosting.ProposalAsync(db, await HostingRules.LoadAsync(db, practices, cancel), audit.Day, cancel);
        var owed = pairs.Lines.Where(l => l.Room is { IsOwed: true }).ToList();
        var matches = new List<HostMatch>();
        foreach (var line in owed)
            matches.Add(await PutForward.AddAsync(db, pairs, line.Guest, line.Room!.Id, null, isAutomatic: true, audit.Day, cancel));
        if (matches.Count == 0)
            return 0;
        try
        {
            // A change of its own: the form that led here has its command id already.
            return await db.SaveAsync(audit with { Action = "hosting.propose-next", CommandId = null, Reason = null }, [.. matches.Select(PutForward.Subject)], cancel) == SaveOutcome.Saved ? matches.Count : 0;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("host_match"))
        {
            db.ChangeTracker.Clear();
            return 0;
        }
    }
}
