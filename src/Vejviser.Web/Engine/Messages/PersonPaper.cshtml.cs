using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Messages;

/// <summary>Hands out a paper the person handed in: always as a download, never shown by the browser as a page of ours. The first opening is told to the person as seen.</summary>
public sealed class PersonPaperModel(OpenPaper open) : PersonPage
{
    public async Task<IActionResult> OnGetAsync(Guid paper)
    {
        if (await OpenAsync("", read: null) is { } otherwise)
            return otherwise;
        if (await Db.PersonDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == paper && d.PersonId == Id, Cancel) is not { } document)
            return NotFound();
        await Reads.RecordAsync(Reader.AccountId, "messages.paper.read", [new AuditSubject(Id, Person.HouseholdId, "person-document", paper)], Cancel);
        await open.RunAsync(document, Audit("newcomers.open-paper"), Cancel);
        Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        return File(document.Content, document.ContentType, document.FileName);
    }
}
