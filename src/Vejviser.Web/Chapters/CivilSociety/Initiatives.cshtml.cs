using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.CivilSociety;

/// <summary>The register of initiatives: registered, corrected, ended, taken up again.</summary>
public sealed class InitiativesModel : VejviserPage
{
    /// <summary>What a form sends; also what the time line proposes for a hole.</summary>
    public sealed record Form
    {
        public Guid? Id { get; init; }

        public string? Name { get; init; }

        public string? Area { get; init; } = "civil-society";

        public IList<string> Group { get; init; } = [];

        public Guid? Partner { get; init; }

        public string? Particulars { get; init; }

        public int? From { get; init; } = 0;

        public int? To { get; init; }

        public int? Every { get; init; } = 1;

        internal static Form Of(Initiative i) => new()
        {
            Id = i.Id, Name = i.Name, Area = i.Area, Group = [.. GroupWords.Each.Where(g => i.Groups.HasFlag(g)).Select(GroupWords.Of)], Partner = i.PartnerId, Particulars = i.Particulars, From = i.FromWeek, To = i.ToWeek,
            Every = i.EveryWeeks,
        };
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Form Sent { get; set; } = new();

    public bool MayEdit => Reader.May(Permissions.InitiativesEdit);

    public IReadOnlyList<Initiative> All { get; private set; } = [];

    public IReadOnlyList<PartnerOrganisation> Partners { get; private set; } = [];

    /// <summary>What the form of a line, or of a new one, holds: what was just sent and not taken, else what stands.</summary>
    internal Form FormOf(Initiative? initiative) => Sent.Id == initiative?.Id ? Sent : Form.Of(initiative!);

    public string? PartnerOf(Initiative initiative) => Partners.FirstOrDefault(p => p.Id == initiative.PartnerId)?.Name;

    public Task OnGetAsync()
    {
        Sent = Sent with { Id = null };
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (!MayEdit)
            return Forbid();
        if (!Unreadable.Tell(this) && Sent is { From: { } from, Every: { } every })
        {
            return await ToldAsync(await ChangeInitiative.RunAsync(
                Db, new ChangeInitiative.Input(Sent.Id, Sent.Name, Sent.Area, GroupWords.Of(Sent.Group), Sent.Partner, Sent.Particulars, from, Sent.To, every), Reader, Audit("initiatives.change"), Cancel));
        }

        if (ModelState.IsValid)
            ModelState.AddModelError("", Text["initiatives.weeks-needed"]);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id) =>
        MayEdit ? await ToldAsync(await ChangeInitiative.EndAsync(Db, id, isEnded: true, Reader, Audit("initiatives.end"), Cancel)) : Forbid();

    public async Task<IActionResult> OnPostReopenAsync(Guid id) =>
        MayEdit ? await ToldAsync(await ChangeInitiative.EndAsync(Db, id, isEnded: false, Reader, Audit("initiatives.reopen"), Cancel)) : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done)
    {
        if (done.IsSuccess)
        {
            Tell(Text["initiatives.saved"]);
            return LocalRedirect("/initiatives");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        All = await Db.Initiatives.AsNoTracking().OrderBy(i => i.IsEnded).ThenBy(i => i.Name).ToListAsync(Cancel);
        Partners = await Db.PartnerOrganisations.AsNoTracking().OrderBy(p => p.Name).ToListAsync(Cancel);
        AddCrumb(Text["time-line.title"], "/time-line");
        AddCrumb(Text["initiatives.title"]);
    }
}
