using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Foundation.Organisation;

/// <summary>One partner organisation and its users; <c>/organisation/partners/new</c> adds one.</summary>
public sealed class PartnerPageModel : VejviserPage
{
    /// <summary>A partner's id, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public PartnerKind Kind { get; set; } = PartnerKind.Association;

    [BindProperty]
    public bool IsPrivate { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    public bool MayEdit => Reader.MayEverywhere(Permissions.OrganisationEdit);

    public bool MaySeeAccounts => Reader.May(Permissions.AccessEdit);

    public bool MayAddUsers => Reader.MayEverywhere(Permissions.AccessEdit);

    public PartnerOrganisation? Shown { get; private set; }

    internal IReadOnlyList<PartnerUser> Users { get; private set; } = [];

    private Guid? PartnerId => Guid.TryParse(Id, out var id) ? id : null;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(isFresh: true);

    public async Task<IActionResult> OnPostAsync()
    {
        if (PartnerId is null && Id != "new")
            return NotFound();
        var saved = await ChangePartner.RunAsync(Db, new(PartnerId, Name ?? "", Kind, IsPrivate, Email, Phone), Reader, Audit("organisation.change-partner"), Cancel);
        if (!saved.IsSuccess)
        {
            TellFailure(saved.Failure);
            return await ShowAsync(isFresh: false);
        }

        Tell(Text["access.saved"]);
        return LocalRedirect($"/organisation/partners/{saved.Value}");
    }

    public async Task<IActionResult> OnPostCloseAsync() => await CloseAsync(isClosed: true);

    public async Task<IActionResult> OnPostReopenAsync() => await CloseAsync(isClosed: false);

    private async Task<IActionResult> CloseAsync(bool isClosed)
    {
        var action = isClosed ? "organisation.close-partner" : "organisation.reopen-partner";
        Result<Done> closed = PartnerId is { } id ? await ChangePartner.CloseAsync(Db, id, isClosed, Reader, Audit(action), Cancel) : Failure.Of("organisation.unknown-partner");
        if (!closed.IsSuccess)
        {
            TellFailure(closed.Failure);
            return await ShowAsync(isFresh: true);
        }

        Tell(Text["access.saved"]);
        return LocalRedirect($"/organisation/partners/{Id}");
    }

    private async Task<IActionResult> ShowAsync(bool isFresh)
    {
        AddCrumb(Text["organisation.partners.title"], "/organisation/partners");
        if (PartnerId is not { } id)
        {
            AddCrumb(Text["organisation.partners.add"]);
            return Id == "new" && MayEdit ? Page() : NotFound();
        }

        Shown = await Db.PartnerOrganisations.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, Cancel);
        if (Shown is null)
            return NotFound();
        AddCrumb(Shown.Name);
        if (isFresh)
            (Name, Kind, IsPrivate, Email, Phone) = (Shown.Name, Shown.Kind, Shown.IsPrivate, Shown.Email, Shown.Phone);
        Users = await Db.Users.AsNoTracking().Where(a => a.PartnerId == id).OrderBy(a => a.IsClosed).ThenBy(a => a.DisplayName)
            .Select(a => new PartnerUser(a.Id, a.DisplayName, a.Email!, a.IsClosed)).ToListAsync(Cancel);
        return Page();
    }

    internal sealed record PartnerUser(Guid Id, string Name, string Email, bool IsClosed);
}
