using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>Who does what in a practice with partners, and the agreements with the organisations that are its partners here.</summary>
public sealed class PracticeAgreementModel(EffectivePractices practices, PlanLaw law) : PracticePage(practices, law)
{
    public IReadOnlyDictionary<string, PartnerAgreement> Agreements { get; private set; } = new Dictionary<string, PartnerAgreement>();

    public IReadOnlyList<PartnerOrganisation> Organisations { get; private set; } = [];

    public RoleFillers Fillers { get; private set; } = null!;

    public bool MayAdapt => Reader.MayEverywhere(Permissions.PracticesAdapt);

    /// <summary>The steps of a partner; with null, the municipality's own.</summary>
    public IReadOnlyList<Step> StepsOf(string? partner) => [.. Definition.Steps.Where(s => s.Partner == partner)];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() && Definition.Partners.Count > 0 ? await ShowAsync() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? partner, Guid? organisation, DateOnly? signed, DateOnly? reread, string? contact)
    {
        if (!MayAdapt)
            return Forbid();
        if (!await LoadAsync() || Definition.Partners.All(p => p.Id != partner))
            return NotFound();
        if (Unreadable.Tell(this))
            return await ShowAsync();
        var changed = await ChangeAgreement.RunAsync(Db, new ChangeAgreement.Input(Practice, partner!, organisation, signed, reread, contact), Reader, Audit("organisation.change-agreement"), Cancel);
        if (!changed.IsSuccess)
        {
            TellFailure(changed.Failure);
            return await ShowAsync();
        }

        Tell(Text["agreements.saved"]);
        return LocalRedirect($"/practices/{Practice}/agreement#p-{partner}");
    }

    private async Task<IActionResult> ShowAsync()
    {
        Db.ChangeTracker.Clear();
        Agreements = await Db.PartnerAgreements.AsNoTracking().Where(a => a.Practice == Practice).ToDictionaryAsync(a => a.Partner, StringComparer.Ordinal, Cancel);
        Organisations = await Db.PartnerOrganisations.AsNoTracking().Where(p => !p.IsClosed).OrderBy(p => p.Name).ToListAsync(Cancel);
        Fillers = await RoleFillers.ReadAsync(Db, Cancel);
        AddCrumb(Texts.Title, $"/practices/{Practice}");
        AddCrumb(Text["agreements.title"]);
        return Page();
    }
}
