using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>One home: registered, corrected, taken back, claimed for a household; who it has been let to.</summary>
public sealed class HomePageModel(EffectivePractices practices, HousingWords words, ClaimHome claim) : VejviserPage
{
    /// <summary>What the form sends.</summary>
    public sealed record Form
    {
        public string? Address { get; init; }

        public Guid? Estate { get; init; }

        public Guid? Area { get; init; }

        public DwellingKind Kind { get; init; } = DwellingKind.Family;

        public int? Rooms { get; init; }

        public int? Metres { get; init; }

        public int? Rent { get; init; }

        public int? Use { get; init; }

        public bool Accessible { get; init; }

        public DateOnly? From { get; init; }

        public int? Version { get; init; }
    }

    /// <param name="Household">Its label; null where the tenant is a student.</param>
    public sealed record LeaseLine(Lease Lease, string? Household);

    /// <summary>A home's id, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(Name = "")]
    public Form Sent { get; set; } = new();

    public bool IsNew => Id == "new";

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public bool MayClaim => Reader.May(Permissions.HousingDecide) && Line is { State: DwellingState.Vacant, Kind: DwellingKind.Family or DwellingKind.Youth, EstateId: not null };

    public DwellingLine? Line { get; private set; }

    public IReadOnlyList<(Estate Estate, string Association)> Estates { get; private set; } = [];

    public IReadOnlyList<HousingArea> Areas { get; private set; } = [];

    public IReadOnlyList<LeaseLine> Leases { get; private set; } = [];

    /// <summary>Those who wait, for a claim between meetings.</summary>
    public IReadOnlyList<(Guid Id, string Label)> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (IsNew)
            Sent = new Form { From = Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
            return Forbid();
        if (!IsNew && !Guid.TryParse(Id, out _))
            return NotFound();
        if (Unreadable.Tell(this) || Sent is not { Rooms: { } rooms, Metres: { } metres, Rent: { } rent, Use: { } use, From: { } from })
        {
            if (ModelState.IsValid)
                ModelState.AddModelError("", Text["housing.home.fill"]);
            return await AgainAsync();
        }

        var saved = await ChangeDwelling.RunAsync(
            Db, practices, new ChangeDwelling.Input(IsNew ? null : Guid.Parse(Id), Sent.Address, Sent.Estate, Sent.Area, Sent.Kind, rooms, metres, rent, use, Sent.Accessible, from, Sent.Version), Reader, Audit("housing.change-home"), Cancel);
        if (!saved.IsSuccess)
        {
            TellFailure(saved.Failure);
            return await AgainAsync();
        }

        Tell(Text["housing.home.saved"]);
        return LocalRedirect($"/housing/homes/{saved.Value}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, bool back)
    {
        if (!MayEdit)
            return Forbid();
        var done = await ChangeDwelling.WithdrawAsync(Db, id, !back, Reader, Audit(back ? "housing.offer-home" : "housing.withdraw-home"), Cancel);
        return await ToldAsync(done, "housing.home.saved");
    }

    public async Task<IActionResult> OnPostClaimAsync(Guid id, Guid household, NominationRight right)
    {
        if (!Reader.May(Permissions.HousingDecide))
            return Forbid();
        var done = await claim.RunAsync(household, id, Enum.IsDefined(right) ? right : NominationRight.Quarter, Reader, Audit("housing.claim-home"), Cancel);
        return await ToldAsync(done, "housing.home.claimed");
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/housing/homes/{Id}");
        }

        TellFailure(done.Failure);
        return await LoadAsync() ? Page() : NotFound();
    }

    /// <summary>The page with what was sent still in its fields.</summary>
    private async Task<IActionResult> AgainAsync()
    {
        var sent = Sent;
        if (!await LoadAsync())
            return NotFound();
        Sent = sent;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Estates = [.. (await Db.Estates.AsNoTracking().Join(Db.PartnerOrganisations, e => e.AssociationId, p => p.Id, (e, p) => new { e, p.Name }).OrderBy(x => x.Name).ThenBy(x => x.e.Name).ToListAsync(Cancel)).Select(x => (x.e, x.Name))];
        Areas = await Db.HousingAreas.AsNoTracking().OrderBy(a => a.Name).ToListAsync(Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        if (IsNew)
        {
            AddCrumb(Text["housing.home.new"]);
            return true;
        }

        if (!Guid.TryParse(Id, out var id) || await Db.Dwellings.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, Cancel) is not { } home)
            return false;
        Line = await DwellingList.FindAsync(Db, id, Cancel);
        Sent = new Form
        {
            Address = home.Address, Estate = home.EstateId, Area = home.AreaId, Kind = home.Kind, Rooms = home.Rooms, Metres = home.SquareMetres, Rent = home.Rent, Use = home.Use, Accessible = home.IsAccessible, From = home.AvailableFrom, Version = home.Version,
        };
        Leases = [.. (await Db.Leases.AsNoTracking().Where(l => l.DwellingId == id).OrderByDescending(l => l.From).ToListAsync(Cancel)).Select(l => new LeaseLine(l, null))];
        var households = Leases.Select(l => l.Lease.HouseholdId).OfType<Guid>().ToList();
        var references = await Db.Households.AsNoTracking().Where(h => households.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Reference, Cancel);
        Leases = [.. Leases.Select(l => l with { Household = l.Lease.HouseholdId is { } h ? CaseLabels.OfHousehold(h, references.GetValueOrDefault(h)) : null })];
        if (MayClaim)
            Waiting = [.. (await Db.HousingNeeds.AsNoTracking().Where(n => n.IsWaiting).OrderBy(n => n.WaitingSince).Join(Db.Households, n => n.HouseholdId, h => h.Id, (_, h) => new { h.Id, h.Reference }).ToListAsync(Cancel)).Select(h => (h.Id, CaseLabels.OfHousehold(h.Id, h.Reference)))];
        AddCrumb(home.Address);
        return true;
    }
}
