using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Papers I hand in. What was handed in is named, not shown again: a telephone is lent and lost.</summary>
public sealed class DocumentsModel(HandInDocument handIn) : MyPage
{
    private const int Most = 50;

    public IReadOnlyList<(string Name, DateOnly At, bool IsSeen)> HandedIn { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(IFormFile? file)
    {
        var handed = await handIn.RunAsync(Me, await ReadAsync(file), Audit("newcomers.hand-in"), Cancel);
        if (handed.IsSuccess)
        {
            Told("sent");
            return LocalRedirect("/my/documents");
        }

        Tell(handed.Failure);
        await ReadAsync();
        return Page();
    }

    private async Task<EvidenceFile?> ReadAsync(IFormFile? file)
    {
        if (file is null)
            return null;
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancel);
        return new EvidenceFile(file.FileName, file.ContentType, content.ToArray());
    }

    private async Task ReadAsync()
    {
        var me = Me.PersonId;
        HandedIn = [.. (await Db.PersonDocuments.AsNoTracking().Where(d => d.PersonId == me).OrderByDescending(d => d.At).Take(Most).Select(d => new { d.FileName, d.At, Seen = d.SeenAt != null }).ToListAsync(Cancel))
            .Select(d => (d.FileName, TimeZones.DayOf(d.At), d.Seen))];
    }
}
