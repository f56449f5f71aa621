using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>What one household needs of a home: worked out from its people, and put right by hand; the sum of what it can pay, line by line.</summary>
public sealed class NeedPageModel(EffectivePractices practices, LawBook law, HousingWords words, ReadAudit reads) : VejviserPage
{
    /// <summary>What the form sends.</summary>
    public sealed record Form
    {
        public bool Waiting { get; init; }

        public DateOnly? Since { get; init; }

        public DateOnly? From { get; init; }

        public int? Rooms { get; init; }

        public int? Income { get; init; }

        public int? Benefit { get; init; }

        public bool Access { get; init; }

        /// <summary><c>yes</c>, <c>no</c> or empty: as worked out.</summary>
        public string? Student { get; init; }

        public string? Note { get; init; }

        public int? Version { get; init; }
    }

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(Name = "")]
    public Form Sent { get; set; } = new();

    public HousingWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public WorkedOutNeed Need { get; private set; } = null!;

    /// <summary>The household's name where the reader works with it; else null.</summary>
    public string? Name { get; private set; }

    public Nomination? Standing { get; private set; }

    public string? StandingHome { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var written = await Db.HousingNeeds.AsNoTracking().SingleOrDefaultAsync(n => n.HouseholdId == Id, Cancel);
        Sent = new Form
        {
            Waiting = written?.IsWaiting ?? true, Since = Need.WaitingSince, From = written?.From, Rooms = written?.Rooms, Income = written?.Income, Benefit = written?.HousingBenefit ?? 0, Access = written?.NeedsAccess ?? false,
            Student = written?.IsFutureStudent switch { true => "yes", false => "no", _ => "" }, Note = written?.Note, Version = written?.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
            return Forbid();
        if (Unreadable.Tell(this))
            return await LoadAsync() ? Page() : NotFound();
        var saved = await ChangeNeed.RunAsync(
            Db,
            new ChangeNeed.Input(Id, Sent.Waiting, Sent.Since, Sent.From, Sent.Rooms, Sent.Income, Sent.Benefit ?? 0, Sent.Access, Sent.Student switch { "yes" => true, "no" => false, _ => null }, Sent.Note, Sent.Version),
            Reader, Audit("housing.change-need"), Cancel);
        if (saved.IsSuccess)
        {
            Tell(Text["housing.need.saved"]);
            return LocalRedirect($"/housing/needs/{Id}");
        }

        TellFailure(saved.Failure);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if ((await ReadNeeds.OfAsync(Db, practices, Db.Households.Where(h => h.Id == Id), law, await ReadPolicy.InForceAsync(Db, Cancel), Today, Cancel)).SingleOrDefault() is not { } need)
            return false;
        Need = need;
        Name = await Db.Households.VisibleTo(Db, Reader, Clock.Now()).Where(h => h.Id == Id).Select(h => h.Name).SingleOrDefaultAsync(Cancel);
        Standing = await Db.Nominations.AsNoTracking().Where(n => n.HouseholdId == Id && n.State != NominationState.Refused).OrderByDescending(n => n.MadeOn).FirstOrDefaultAsync(Cancel);
        StandingHome = Standing is null ? null : await Db.Dwellings.Where(d => d.Id == Standing.DwellingId).Select(d => d.Address).SingleAsync(Cancel);
        await reads.HouseholdAsync(Reader.AccountId, "housing.need.read", Id, Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.needs"], "/housing/needs");
        AddCrumb(need.Label);
        return true;
    }
}
