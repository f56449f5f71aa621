using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Access;

/// <summary>Opened outside the team: what the reader's own citizens were opened for, to be acknowledged.</summary>
public sealed class BreakGlassSeenModel : VejviserPage
{
    private const int Most = 100;

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var seen = await BreakGlassesToSee.AcknowledgeAsync(Db, id, Reader, Audit("access.acknowledge-break-glass"), Cancel);
        if (!seen.IsSuccess)
            return NotFound();
        Tell(Text["access.break-glass.acknowledged"]);
        return LocalRedirect("/break-glass/seen");
    }

    /// <summary>Those not yet acknowledged first, then the newest.</summary>
    private async Task LoadAsync()
    {
        Lines = await (
            from opened in Db.BreakGlasses.AsNoTracking().ToSeeBy(Db, Reader)
            join person in Db.People on opened.PersonId equals person.Id
            join account in Db.Users on opened.AccountId equals account.Id
            orderby opened.SeenAt != null, opened.At descending
            select new Line(opened.Id, person.Id, person.GivenName + " " + person.FamilyName, account.DisplayName, opened.At, opened.Reason, opened.SeenAt)).Take(Most).ToListAsync(Cancel);
    }

    internal sealed record Line(Guid Id, Guid PersonId, string Person, string By, DateTime At, string Reason, DateTime? SeenAt);
}
