using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>
/// Takes the files that stand in the queue, and those whose run was cut off. Any number of nodes may ask at once: one claims a file,
/// and keeps it as long as it is heard of.
/// </summary>
public sealed class RunUploads(DatabaseAddress address, AllocationRules rules, StartReceptionPlans startPlans, FamilyArrival family, ImportSettings settings, TimeProvider clock)
{
    // Longer than any batch takes; a whole file in one transaction is not heard of before its end.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SilenceOfAWholeFile = TimeSpan.FromMinutes(15);

    /// <returns>The upload that was taken, or that came to a stop with the error handed back; null where none was to be taken.</returns>
    public async Task<(Guid UploadId, Exception? Error)?> RunNextAsync(CancellationToken cancel)
    {
        if (await ClaimAsync(cancel) is not { } claimed)
            return null;
        try
        {
            await TakeAsync(claimed, cancel);
            return (claimed.Id, null);
        }
        catch (OperationCanceledException)
        {
            // The product stops in good order: whoever starts next goes on at once.
            await using var db = Databases.Open(address);
            await db.AllocationUploads.Where(u => u.Id == claimed.Id && u.RunId == claimed.RunId).ExecuteUpdateAsync(s => s.SetProperty(u => u.State, UploadState.Queued), CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            // What was committed is whole; a person is told, and the file is kept for another try.
            await FinishAsync(claimed, UploadState.Failed, UploadOutcome.Stopped(e.IsDiskFull() ? "disk-full" : "unexpected"), cancel);
            return (claimed.Id, e);
        }
    }

    private async Task TakeAsync(AllocationUpload upload, CancellationToken cancel)
    {
        var rows = AllocationFile.Read(upload.Content!, settings).Value;
        var file = CheckAllocations.Run(rows, rules, clock.Today());
        var way = new TakeWay(upload.IsAllOrNothing, settings.HouseholdsPerBatch, (db, done, token) => NoteAsync(db, upload, done, token));
        var audit = new AuditContext(upload.TakenBy, "import.take-allocations", clock.Now());
        var taken = await new TakeAllocations(address, rules.Law, startPlans, family).RunAsync(file, way, audit, cancel);
        await FinishAsync(upload, UploadState.Taken, UploadOutcome.Of(taken), cancel);
    }

    private async Task<AllocationUpload?> ClaimAsync(CancellationToken cancel)
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        var next = await db.AllocationUploads.AsNoTracking()
            .Where(u => u.State == UploadState.Queued || (u.State == UploadState.Running && u.RunUntil < now))
            .OrderBy(u => u.TakenAt).Select(u => new { u.Id, u.RunId, u.IsAllOrNothing }).FirstOrDefaultAsync(cancel);
        if (next is null)
            return null;
        var run = Guid.CreateVersion7();
        var claimed = await db.AllocationUploads
            .Where(u => u.Id == next.Id && u.RunId == next.RunId && (u.State == UploadState.Queued || (u.State == UploadState.Running && u.RunUntil < now)))
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.State, UploadState.Running).SetProperty(u => u.RunId, run)
                .SetProperty(u => u.RunUntil, now + (next.IsAllOrNothing ? SilenceOfAWholeFile : Silence)), cancel);
        return claimed == 0 ? null : await db.AllocationUploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == next.Id && u.RunId == run, cancel);
    }

    /// <summary>How far the run is, in the batch's own transaction; false where another run has it now.</summary>
    private async Task<bool> NoteAsync(VejviserDb db, AllocationUpload upload, int done, CancellationToken cancel)
    {
        var until = clock.Now() + (upload.IsAllOrNothing ? SilenceOfAWholeFile : Silence);
        return await db.AllocationUploads.Where(u => u.Id == upload.Id && u.RunId == upload.RunId)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.RowsDone, done).SetProperty(u => u.RunUntil, until), cancel) == 1;
    }

    private async Task FinishAsync(AllocationUpload upload, UploadState state, UploadOutcome outcome, CancellationToken cancel)
    {
        await using var db = Databases.Open(address);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var content = state == UploadState.Taken ? null : upload.Content;
        var finished = await db.AllocationUploads.Where(u => u.Id == upload.Id && u.RunId == upload.RunId).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.State, state).SetProperty(u => u.Outcome, outcome.ToJson()).SetProperty(u => u.Content, content).SetProperty(u => u.RunUntil, (DateTime?)null), cancel);
        if (finished == 0)
            return;
        var action = state == UploadState.Taken ? "import.finish-upload" : "import.stop-upload";
        await db.SaveAsync(new AuditContext(upload.TakenBy, action, clock.Now()), UploadSubject.Of(upload.Id), cancel);
        await transaction.CommitAsync(cancel);
    }
}
