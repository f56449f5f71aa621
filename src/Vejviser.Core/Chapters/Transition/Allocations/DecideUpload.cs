using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

public enum UploadDecision
{
    /// <summary>The good households.</summary>
    Take = 1,

    /// <summary>All of it, or nothing.</summary>
    TakeAll,
    Drop,
}

/// <summary>
/// Says what becomes of an uploaded file: into the queue, or away with it. Of many who say so at once one is heard; the same decision again
/// changes nothing. Failure: <c>import.not-waiting</c>.
/// </summary>
public sealed class DecideUpload(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid uploadId, UploadDecision decision, AuditContext audit, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // A run that came to a stop waits for a person again: its file is still there.
        var waiting = db.AllocationUploads.Where(u => u.Id == uploadId && (u.State == UploadState.Waiting || u.State == UploadState.Failed));
        var changed = decision == UploadDecision.Drop
            ? await waiting.ExecuteUpdateAsync(s => s.SetProperty(u => u.State, UploadState.Dropped).SetProperty(u => u.Content, (byte[]?)null), cancel)
            : await waiting.ExecuteUpdateAsync(
                s => s.SetProperty(u => u.State, UploadState.Queued).SetProperty(u => u.IsAllOrNothing, decision == UploadDecision.TakeAll)
                    .SetProperty(u => u.TakenBy, audit.Actor).SetProperty(u => u.TakenAt, audit.At).SetProperty(u => u.RowsDone, 0).SetProperty(u => u.Outcome, (string?)null),
                cancel);
        if (changed == 0)
            return await IsSoAlreadyAsync(uploadId, decision, cancel) ? Done.Result : Failure.Of("import.not-waiting");
        await db.SaveAsync(audit, UploadSubject.Of(uploadId), cancel);
        await transaction.CommitAsync(cancel);
        return Done.Result;
    }

    private Task<bool> IsSoAlreadyAsync(Guid uploadId, UploadDecision decision, CancellationToken cancel) => decision == UploadDecision.Drop
        ? db.AllocationUploads.AnyAsync(u => u.Id == uploadId && u.State == UploadState.Dropped, cancel)
        : db.AllocationUploads.AnyAsync(
            u => u.Id == uploadId && u.IsAllOrNothing == (decision == UploadDecision.TakeAll) && (u.State == UploadState.Queued || u.State == UploadState.Running || u.State == UploadState.Taken), cancel);
}
