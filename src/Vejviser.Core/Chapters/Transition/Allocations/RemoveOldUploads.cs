using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>Drops files that nobody took or dropped in time: they hold personal data.</summary>
public sealed class RemoveOldUploads(VejviserDb db, ImportSettings settings)
{
    /// <returns>How many were dropped.</returns>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancel)
    {
        var limit = now.AddDays(-settings.KeepDays);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var old = await db.AllocationUploads.Where(u => (u.State == UploadState.Waiting || u.State == UploadState.Failed) && u.UploadedAt < limit).Select(u => u.Id).ToListAsync(cancel);
        if (old.Count == 0)
            return 0;
        await db.AllocationUploads.Where(u => old.Contains(u.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.State, UploadState.Dropped).SetProperty(u => u.Content, (byte[]?)null), cancel);
        await db.SaveAsync(new AuditContext(null, "import.drop-old-upload", now), [.. old.Select(UploadSubject.Of)], cancel);
        await transaction.CommitAsync(cancel);
        return old.Count;
    }
}
