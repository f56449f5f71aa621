using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <param name="FileName">As it was called; shown, never opened.</param>
public sealed record UploadAllocationsInput(string FileName, byte[] Content);

/// <summary>Keeps a file for somebody to look through. A file nobody can read is not kept. Failures: those of <see cref="AllocationFile.Read"/>.</summary>
public sealed class UploadAllocations(VejviserDb db, ImportSettings settings)
{
    private const int LongestName = 120;

    public async Task<Result<Guid>> RunAsync(UploadAllocationsInput input, AuditContext audit, CancellationToken cancel = default)
    {
        var rows = AllocationFile.Read(input.Content, settings);
        if (!rows.IsSuccess)
            return rows.Failure;
        var name = Path.GetFileName(input.FileName.Replace('\\', '/'));
        var upload = new AllocationUpload
        {
            // The form's own id: a second click finds the upload of the first.
            Id = audit.CommandId ?? Guid.CreateVersion7(),
            FileName = name.Length > LongestName ? name[..LongestName] : name,
            Content = input.Content,
            UploadedBy = audit.Actor ?? Guid.Empty,
            UploadedAt = audit.At,
            State = UploadState.Waiting,
            RowsTotal = rows.Value.Count,
        };
        db.AllocationUploads.Add(upload);
        await db.SaveAsync(audit, UploadSubject.Of(upload.Id), cancel);
        return upload.Id;
    }
}

internal static class UploadSubject
{
    public static AuditSubject Of(Guid id) => new(Entity: "allocation-upload", EntityId: id);
}
