using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Web.Engine.Plans;

/// <summary>Hands out a file kept as evidence: always as a download, never shown by the browser as a page of ours.</summary>
public sealed class TaskEvidenceModel(ReadAudit reads) : TaskPage
{
    public async Task<IActionResult> OnGetAsync(Guid evidence)
    {
        if (await FindAsync() is { } otherwise)
            return otherwise;
        var file = MaySeeNotes
            ? await Db.TaskEvidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == evidence && e.TaskId == Id && e.Content != null, Cancel)
            : null;
        if (file is null)
            return NotFound();
        await reads.RecordAsync(Reader.AccountId, "tasks.evidence.read", [new AuditSubject(Place.PersonId, Place.HouseholdId, "task-evidence", evidence)], Cancel);
        Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        return File(file.Content!, file.ContentType ?? "application/octet-stream", file.FileName);
    }
}
