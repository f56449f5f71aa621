using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>
/// Youths to villas: who lacks something first, the proposal with reasons, runner-up and price, choices by hand, other weights tried, and the decision. Youths stand by their number, by name for who works with them.
/// </summary>
public sealed class VillasModel(EffectivePractices practices, VillaWords words, DecideVillas decide, ChooseVilla chooseVilla, ReadAudit reads) : VejviserPage
{
    /// <summary>The youth whose villa is being chosen by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    /// <summary>Other weights that are tried, by the name of their setting.</summary>
    [BindProperty(SupportsGet = true, Name = "weight")]
    public Dictionary<string, int> TriedWeights { get; set; } = [];

    public VillaWords Words => words;

    public bool MayEdit => Reader.May(Permissions.MinorsEdit);

    public bool MayDecide => Reader.May(Permissions.MinorsDecide);

    public bool IsAdopted { get; private set; }

    public VillaBoard Board { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>For the line that is being chosen.</summary>
    public IReadOnlyList<OtherVilla> Choices { get; private set; } = [];

    /// <summary>What was sent and not taken.</summary>
    public (Guid? Villa, string? Reason) Sent { get; private set; }

    /// <summary>Rooms given since the day a year ago, and the reasons of those that were by hand.</summary>
    public (int All, IReadOnlyList<string> ByHand) LastYear { get; private set; }

    /// <summary>What those would change; empty where none are tried.</summary>
    public IReadOnlyList<Tried> Tried { get; private set; } = [];

    public string NameOf(YouthFacts youth) => Names.GetValueOrDefault(youth.Id, youth.Label);

    private string NameOf(VillaHome? villa) => villa?.Name ?? Text["villas.waits"];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostChooseAsync(Guid person, Guid? villa, string? reason)
    {
        if (!MayDecide)
            return Forbid();
        (Choosing, Sent) = (person, (villa, reason));
        return await ToldAsync(await chooseVilla.RunAsync(person, villa, reason, Reader, Audit("villas.choose"), Cancel), _ => Text["villas.chosen-told"], $"#y-{person:N}");
    }

    public async Task<IActionResult> OnPostLetGoAsync(Guid person) => MayDecide
        ? await ToldAsync(await chooseVilla.LetGoAsync(person, Reader, Audit("villas.let-go"), Cancel), _ => Text["villas.let-go-told"], $"#y-{person:N}") : Forbid();

    public async Task<IActionResult> OnPostDecideAsync(string? fingerprint, List<Guid> seen) => MayDecide
        ? await ToldAsync(await decide.RunAsync(new DecideVillasInput(fingerprint, seen), Reader, Audit("villas.decide"), Cancel), count => Text.Count("villas.decided-told", count), "") : Forbid();

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, Func<T, string> told, string anchor)
    {
        if (done.IsSuccess)
        {
            Tell(told(done.Value));
            return LocalRedirect($"/villas{anchor}");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        IsAdopted = await EffectivePractices.NewestAsync(Db, VillaPolicy.Practice, Cancel) is not null;
        Board = await ReadVillas.RunAsync(Db, practices, Today, Cancel);
        var youths = Board.Town.Youths;
        Names = await VisibleNames.OfAsync(Db, Reader, [.. youths.Select(y => y.Id)], Clock.Now(), Cancel);
        if (MayDecide && Choosing is { } person)
            Choices = ProposeVillas.Choices(Board.Town, Board.Policy, person, Cancel);
        if (TriedWeights.Count > 0)
            Tried = [.. VillaEffect.Of(Board, TriedWeights, Today, Cancel).Select(e => new Tried(e.Since, e.Youths, [.. e.Moves.Select(m => TriedLine.Move(NameOf(m.Youth), NameOf(m.Now), NameOf(m.Then)))]))];
        var given = Db.VillaStays.AsNoTracking().Where(s => s.DecidedOn >= Today.AddYears(-1));
        LastYear = (await given.CountAsync(Cancel), await given.Where(s => s.ByHand != null).OrderByDescending(s => s.DecidedOn).Select(s => s.ByHand!).ToListAsync(Cancel));
        await reads.ListAsync(Reader.AccountId, "villas.read", new ListRead([.. youths.Select(y => y.HouseholdId).Distinct()], [.. youths.Select(y => y.Id)]), Cancel);
        AddCrumb(Text["villas.title"]);
    }
}
