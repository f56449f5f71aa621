using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Agreements;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>One framework agreement: each right counted by itself with a warning over its border, milestones, money; <c>new</c> registers one with the practice's figures.</summary>
public sealed class AgreementPageModel(EffectivePractices practices, HousingWords words) : VejviserPage
{
    /// <summary>What the form sends.</summary>
    public sealed record Form
    {
        public string? Name { get; init; }

        public DateOnly? From { get; init; }

        public DateOnly? To { get; init; }

        public int? Percent { get; init; }

        public int? Extra { get; init; }

        public DateOnly? ExtraTo { get; init; }

        public int? Kroner { get; init; }

        public int? Spent { get; init; }

        public int? Hours { get; init; }

        public bool Guarantee { get; init; }

        public IList<Guid> Association { get; init; } = [];

        public int? Version { get; init; }
    }

    /// <summary>An agreement's id, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(Name = "")]
    public Form Sent { get; set; } = new();

    public bool IsNew => Id == "new";

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public AgreementStanding? Standing { get; private set; }

    public IReadOnlyList<PartnerOrganisation> Associations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (Standing is { Agreement: var a })
        {
            Sent = new Form
            {
                Name = a.Name, From = a.From, To = a.To, Percent = a.QuarterPercent, Extra = a.ExtraHomes, ExtraTo = a.ExtraTo, Kroner = a.ActivityKroner, Spent = a.ActivitySpent, Hours = a.HotlineHours, Guarantee = a.HasGuarantee,
                Association = [.. Standing.Ledger.Select(l => l.AssociationId)], Version = a.Version,
            };
            return Page();
        }

        var rules = await AgreementRules.LoadAsync(Db, practices, Cancel);
        Sent = new Form
        {
            From = Today, To = Today.AddMonths(rules.Months).AddDays(-1), Percent = rules.QuarterPercent, Extra = rules.ExtraHomes, ExtraTo = Today.AddMonths(rules.ExtraMonths).AddDays(-1), Kroner = rules.ActivityKroner, Spent = 0,
            Hours = rules.HotlineHours, Guarantee = true,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
            return Forbid();
        Guid? id = null;
        if (!IsNew)
        {
            if (!Guid.TryParse(Id, out var known))
                return NotFound();
            id = known;
        }

        if (Unreadable.Tell(this) || Sent is not { From: { } from, To: { } to, Percent: { } percent, Extra: { } extra, ExtraTo: { } extraTo, Kroner: { } kroner, Hours: { } hours })
        {
            if (ModelState.IsValid)
                ModelState.AddModelError("", Text["housing.figures-missing"]);
            return await LoadAsync() ? Page() : NotFound();
        }

        var saved = await ChangeHousingAgreement.RunAsync(
            Db, new ChangeHousingAgreement.Input(id, Sent.Name, from, to, percent, extra, extraTo, kroner, Sent.Spent ?? 0, hours, Sent.Guarantee, [.. Sent.Association], Sent.Version), Reader, Audit("housing.change-agreement"), Cancel);
        return await ToldAsync(saved, saved.IsSuccess ? saved.Value : Guid.Empty);
    }

    public async Task<IActionResult> OnPostMilestoneAsync(Guid id, string? title, DateOnly? due)
    {
        if (!MayEdit)
            return Forbid();
        if (Unreadable.Tell(this) || due is not { } day)
        {
            if (ModelState.IsValid)
                ModelState.AddModelError("", Text["housing.figures-missing"]);
            return await OnGetAsync();
        }

        return await ToldAsync(await ChangeHousingAgreement.AddMilestoneAsync(Db, id, title, day, Reader, Audit("housing.add-milestone"), Cancel), id);
    }

    public async Task<IActionResult> OnPostReachAsync(Guid id, Guid milestone, string? note) =>
        MayEdit ? await ToldAsync(await ChangeHousingAgreement.ReachMilestoneAsync(Db, milestone, note, Reader, Audit("housing.reach-milestone"), Cancel), id) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, Guid agreement)
    {
        if (done.IsSuccess)
        {
            Tell(Text["housing.agreement.saved"]);
            return LocalRedirect($"/housing/agreements/{agreement}");
        }

        TellFailure(done.Failure);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Associations = await Db.PartnerOrganisations.AsNoTracking().Where(p => p.Kind == PartnerKind.HousingAssociation).OrderBy(p => p.Name).ToListAsync(Cancel);
        if (!IsNew && (!Guid.TryParse(Id, out var id) || (Standing = await AgreementStanding.ReadAsync(Db, id, Cancel)) is null))
            return false;
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.agreements"], "/housing/agreements");
        AddCrumb(Standing?.Agreement.Name ?? Text["housing.agreement.new"]);
        return true;
    }
}
