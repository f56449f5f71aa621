using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Courses;

/// <summary>The industries and the words most used in each: what industry Danish is taught from, and what a card is ticked on.</summary>
public sealed class IndustriesModel(EffectivePractices practices, ChangeIndustry change) : VejviserPage
{
    public IReadOnlyList<Industry> All { get; private set; } = [];

    public CardRules Rules { get; private set; } = null!;

    public bool MayEdit => Reader.May(Permissions.CoursesEdit);

    /// <summary>What was sent and not taken; null id for a new one.</summary>
    public (Guid? Id, string? Name, string? Words)? Sent { get; private set; }

    public int Open => All.Count(i => !i.IsClosed);

    public (string? Name, string Words) FormOf(Industry? industry) => Sent is { } sent && sent.Id == industry?.Id
        ? (sent.Name, sent.Words ?? "")
        : (industry?.Name, string.Join('\n', industry?.Words.OrderBy(w => w.Order).Select(w => w.Text) ?? []));

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostSaveAsync(Guid? id, string? name, string? words)
    {
        if (!MayEdit)
            return Forbid();
        Sent = (id, name, words);
        return await ToldAsync(await change.RunAsync(new ChangeIndustryInput(id, name, (words ?? "").Split('\n')), Audit("industries.change"), Cancel));
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id) => MayEdit ? await ToldAsync(await change.CloseAsync(id, isClosed: true, Audit("industries.close"), Cancel)) : Forbid();

    public async Task<IActionResult> OnPostReopenAsync(Guid id) => MayEdit ? await ToldAsync(await change.CloseAsync(id, isClosed: false, Audit("industries.reopen"), Cancel)) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done)
    {
        if (done.IsSuccess)
        {
            Tell(Text["industries.saved"]);
            return LocalRedirect("/courses/industries");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Rules = await CardRules.LoadAsync(Db, practices, Cancel);
        All = await Db.Industries.AsNoTracking().Include(i => i.Words.OrderBy(w => w.Order)).OrderBy(i => i.IsClosed).ThenBy(i => i.Name).ToListAsync(Cancel);
        AddCrumb(Text["courses.title"], "/courses");
        AddCrumb(Text["industries.title"]);
    }
}
