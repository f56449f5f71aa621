using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>A volunteer of the register: registers, corrects, withdraws.</summary>
public sealed class VolunteerOneModel(PairPractices all, EffectivePractices practices, PairWords words, ChangeVolunteer change) : PairsPage(all, practices, words)
{
    private const string New = "new";

    [FromRoute(Name = "id")]
    public string Id { get; set; } = "";

    /// <summary>What was sent and not taken.</summary>
    [BindProperty(Name = "")]
    public VolunteerFields Sent { get; set; } = new();

    public VolunteerForm Form { get; private set; } = null!;

    private Guid? Known => Guid.TryParse(Id, out var id) ? id : null;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync(null);

    public async Task<IActionResult> OnPostAsync()
    {
        if (Unreadable.Tell(this))
            return await ShowAsync(Sent);
        var changed = await change.RunAsync(Practice, Sent.ToInput(Known), Reader, Audit(Known is null ? "pairs.register-volunteer" : "pairs.change-volunteer"), Cancel);
        return await ToldAsync(changed, Text["pairs.volunteers.saved"], $"{Address}/volunteers", () => ShowAsync(Sent));
    }

    public async Task<IActionResult> OnPostWithdrawAsync() => await WithdrawAsync(isWithdrawn: true);

    public async Task<IActionResult> OnPostReturnAsync() => await WithdrawAsync(isWithdrawn: false);

    private async Task<IActionResult> WithdrawAsync(bool isWithdrawn) => Known is not { } id ? NotFound()
        : await ToldAsync(await change.WithdrawAsync(id, isWithdrawn, Reader, Audit(isWithdrawn ? "pairs.withdraw-volunteer" : "pairs.return-volunteer"), Cancel), Text[isWithdrawn ? "pairs.volunteers.withdrawn-told" : "pairs.volunteers.returned-told"], $"{Address}/volunteers", () => ShowAsync(null));

    private async Task<IActionResult> ShowAsync(VolunteerFields? sent)
    {
        var volunteer = Known is { } id ? await Db.Volunteers.AsNoTracking().Include(v => v.Towns).Include(v => v.Languages).Include(v => v.Industries).AsSplitQuery().SingleOrDefaultAsync(v => v.Id == id && v.Practice == Practice.Id, Cancel) : null;
        if (volunteer is null && Id != New)
            return NotFound();
        Form = await VolunteerForm.LoadAsync(Db, volunteer, sent, Practice, Practice.MostAtOnce is { } most ? Policy[most] : 1, Practice.HoursAMonth is { } hours ? Policy[hours] : null, null, $"{Address}/volunteers/{Id}", Cancel);
        AddCrumbs(volunteer?.Name ?? Words.Of(Practice, "add"));
        return Page();
    }
}
