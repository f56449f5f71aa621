using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Partners;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>One agreed pair on the volunteer's side: whom to ring, and the hours given.</summary>
public sealed class PartnerPairOneModel(PairPractices all, EffectivePractices practices, PairWords words, LogVolunteerHours log, ReadAudit reads) : PartnerOwnPage
{
    private const decimal MinutesInHour = 60;

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public VolunteerView View { get; private set; } = null!;

    public PairWords Words => words;

    public PairHours Hours { get; private set; } = null!;

    public bool HasBegun => View.Line.Pair.StartOn is { } start && start <= Today;

    /// <summary>What was sent and not taken.</summary>
    public (DateOnly? On, decimal? Hours, string? What) Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync(DateOnly? on, decimal? hours, string? what)
    {
        Sent = (on, hours, what);
        if (Unreadable.Tell(this))
            return await ShowAsync();
        int? minutes = hours is >= 0 and <= LogVolunteerHours.MostMinutes / MinutesInHour ? (int)Math.Round(hours.Value * MinutesInHour) : null;
        return await ToldAsync(await log.RunAsync(new LogVolunteerHoursInput(Id, on, minutes, what), Reader, Audit("pairs.log-hours"), Cancel), "pairs.hours.told");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid hours) => await ToldAsync(await log.RemoveAsync(Id, hours, Reader, Audit("pairs.remove-hours"), Cancel), "pairs.hours.removed-told");

    private async Task<IActionResult> ToldAsync(Result<Done> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/partner/pairs/{Id}");
        }

        Db.ChangeTracker.Clear();
        TellFailure(done.Failure);
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        var pairs = PairSight.Of(Db, Reader, Today).Where(p => p.Id == Id && p.State == PairState.Agreed);
        if ((await PartnerPairsModel.ViewAsync(Db, all, practices, pairs, Today, Cancel)).SingleOrDefault() is not { } view)
            return NotFound();
        View = view;
        var followed = await practices.OfAsync(Db, await Db.Plans.Where(p => p.Id == view.Line.Pair.PlanId).Select(p => p.PracticeVersionId).SingleAsync(Cancel), Cancel);
        var lines = await Db.VolunteerHours.AsNoTracking().Where(h => h.PairId == Id).OrderByDescending(h => h.On).ThenByDescending(h => h.At).ToListAsync(Cancel);
        Hours = new PairHours(
            lines, view.Line.Pair.StartOn ?? Today, followed.LimitOf(view.Practice.Months), view.Practice.HoursAMonth is { } limit ? followed.LimitOf(limit) : null, Today, $"/partner/pairs/{Id}?handler=Remove");
        await reads.RecordAsync(Reader.AccountId, "partner.pair.read", [new AuditSubject(view.Line.PersonId, view.Line.HouseholdId, "volunteer-pair", Id)], Cancel);
        AddCrumb(Text["partner.title"], Reader.May(Permissions.Partner) ? "/partner" : null);
        AddCrumb(Text["pairs.partner.title"], "/partner/pairs");
        AddCrumb(view.Name!);
        return Page();
    }
}
