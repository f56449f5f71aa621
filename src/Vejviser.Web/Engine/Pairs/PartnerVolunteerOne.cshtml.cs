using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Partners;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>One of the association's volunteers, as it registers and corrects them: also the status and day of a child-protection certificate, never the certificate.</summary>
public sealed class PartnerVolunteerOneModel(PairPractices all, EffectivePractices practices, PairWords words, ChangeVolunteer change) : PartnerOwnPage
{
    private const string New = "new";

    [FromRoute(Name = "id")]
    public string Id { get; set; } = "";

    /// <summary>Of a new one: <c>mentors</c> or <c>families</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "practice")]
    public string? PracticeKey { get; set; }

    /// <summary>What was sent and not taken.</summary>
    [BindProperty(Name = "")]
    public VolunteerFields Sent { get; set; } = new();

    public PairWords Words => words;

    public VolunteerForm Form { get; private set; } = null!;

    private Guid? Known => Guid.TryParse(Id, out var id) ? id : null;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(null);

    public async Task<IActionResult> OnPostAsync()
    {
        var isUnreadable = Unreadable.Tell(this);
        if (await FindAsync() is not { Practice: { } practice })
            return NotFound();
        if (isUnreadable)
            return await ShowAsync(Sent);
        return await ToldAsync(await change.RunAsync(practice, Sent.ToInput(Known), Reader, Audit(Known is null ? "pairs.register-volunteer" : "pairs.change-volunteer"), Cancel), "pairs.volunteers.saved", Sent);
    }

    public async Task<IActionResult> OnPostWithdrawAsync() => await WithdrawAsync(isWithdrawn: true);

    public async Task<IActionResult> OnPostReturnAsync() => await WithdrawAsync(isWithdrawn: false);

    private async Task<IActionResult> WithdrawAsync(bool isWithdrawn) => Known is not { } id || await FindAsync() is not { Volunteer: not null } ? NotFound()
        : await ToldAsync(
            await change.WithdrawAsync(id, isWithdrawn, Reader, Audit(isWithdrawn ? "pairs.withdraw-volunteer" : "pairs.return-volunteer"), Cancel), isWithdrawn ? "pairs.volunteers.withdrawn-told" : "pairs.volunteers.returned-told", null);

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told, VolunteerFields? sent)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect("/partner/volunteers");
        }

        Db.ChangeTracker.Clear();
        TellFailure(done.Failure);
        return await ShowAsync(sent);
    }

    /// <summary>The volunteer, who is none for a new one, and the practice; null where neither is to be seen.</summary>
    private async Task<(Volunteer? Volunteer, PairPractice Practice)?> FindAsync()
    {
        if (Id == New)
            return all.ByKey(PracticeKey) is { } practice ? (null, practice) : null;
        var found = Known is { } id
            ? await PairSight.Volunteers(Db, Reader).AsNoTracking().Include(v => v.Towns).Include(v => v.Languages).Include(v => v.Industries).AsSplitQuery().SingleOrDefaultAsync(v => v.Id == id, Cancel) : null;
        return found is null ? null : (found, all.Find(found.Practice)!);
    }

    private async Task<IActionResult> ShowAsync(VolunteerFields? sent)
    {
        if (await FindAsync() is not { } found)
            return NotFound();
        var policy = PairPolicy.Of((await practices.InUseAsync(Db, found.Practice.Id, Cancel))!);
        var action = found.Volunteer is null ? $"/partner/volunteers/new?practice={found.Practice.Key}" : $"/partner/volunteers/{Id}";
        Form = await VolunteerForm.LoadAsync(Db, found.Volunteer, sent, found.Practice, found.Practice.MostAtOnce is { } most ? policy[most] : 1, found.Practice.HoursAMonth is { } hours ? policy[hours] : null, Partner, action, Cancel);
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Text["pairs.partner.volunteers"], "/partner/volunteers");
        AddCrumb(found.Volunteer?.Name ?? words.Of(found.Practice, "add"));
        return Page();
    }
}
