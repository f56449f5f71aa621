using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>
/// Doctors in turn: who waits, the practices with their turns, and the proposal with reasons, runner-up and price. A line is chosen by hand with a reason and the rest is shared out again; deciding
/// gives everybody their doctor.
/// </summary>
public sealed class DoctorsModel(EffectivePractices practices, HealthWords words, DecideDoctors decide, ReadAudit reads) : VejviserPage
{
    public const int MostKm = 100;

    private const string SeriesMeeting = "doctors-and-municipality";

    /// <summary>The person whose doctor is being chosen by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    /// <summary>Another distance that is tried.</summary>
    [BindProperty(SupportsGet = true, Name = "km")]
    public int? TriedKm { get; set; }

    public HealthWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HealthEdit);

    public bool MayDecide => Reader.May(Permissions.HealthDecide);

    public bool IsAdopted { get; private set; }

    public DoctorBoard Board { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Doctors given since the day a year ago, and how many of them by hand.</summary>
    public (int All, int ByHand) LastYear { get; private set; }

    public IReadOnlyList<CareDistrict> Districts { get; private set; } = [];

    /// <summary>For the line that is being chosen.</summary>
    public IReadOnlyList<(PracticeFacts Practice, int Metres, OtherDoctor? Cost)> Choices { get; private set; } = [];

    /// <summary>What another distance would change; empty where none is tried.</summary>
    public IReadOnlyList<Tried> Tried { get; private set; } = [];

    /// <summary>When municipality and doctors meet next.</summary>
    public (Guid Id, DateOnly Day)? NextMeeting { get; private set; }

    /// <summary>What was sent and not taken.</summary>
    public (Guid? Practice, string? Reason) Sent { get; private set; }

    public string NameOf(DoctorSeeker seeker) => Names.GetValueOrDefault(seeker.Id, seeker.Label);

    private string NameOf(PracticeFacts? practice) => practice?.Name ?? Text["doctors.waits"];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostPlaceAsync(Dictionary<Guid, Guid?> districts)
    {
        if (!MayEdit)
            return Forbid();
        var chosen = districts.Where(d => d.Value is not null).ToDictionary(d => d.Key, d => d.Value!.Value);
        return await ToldAsync(await PlaceHouseholds.RunAsync(Db, chosen, Reader, Audit("doctors.place-households"), Cancel), count => Text.Count("doctors.placed-told", count), "");
    }

    public async Task<IActionResult> OnPostChooseAsync(Guid person, Guid? practice, string? reason, bool household)
    {
        if (!MayDecide)
            return Forbid();
        (Choosing, Sent) = (person, (practice, reason));
        return await ToldAsync(await ChooseDoctor.RunAsync(Db, new DoctorChoice(person, practice, reason, household), Reader, Audit("doctors.choose"), Cancel), count => Text.Count("doctors.chosen-told", count), $"#p-{person:N}");
    }

    public async Task<IActionResult> OnPostLetGoAsync(Guid person) => MayDecide
        ? await ToldAsync(await ChooseDoctor.LetGoAsync(Db, person, Reader, Audit("doctors.let-go"), Cancel), _ => Text["doctors.let-go-told"], $"#p-{person:N}") : Forbid();

    public async Task<IActionResult> OnPostDecideAsync(string? fingerprint, List<Guid> seen) => MayDecide
        ? await ToldAsync(await decide.RunAsync(new DecideDoctorsInput(fingerprint, seen), Reader, Audit("doctors.decide"), Cancel), count => Text.Count("doctors.decided-told", count), "") : Forbid();

    private async Task<IActionResult> ToldAsync(Result<int> done, Func<int, string> told, string anchor)
    {
        if (done.IsSuccess)
        {
            Tell(told(done.Value));
            return LocalRedirect($"/doctors{anchor}");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        IsAdopted = await EffectivePractices.NewestAsync(Db, DoctorPolicy.Practice, Cancel) is not null;
        Board = await ReadDoctors.RunAsync(Db, practices, Cancel);
        Districts = await Db.CareDistricts.AsNoTracking().OrderBy(d => d.Name).ToListAsync(Cancel);
        var effects = TriedKm is { } km and > 0 and <= MostKm ? await DoctorEffect.ReadAsync(Db, Board, km, Today, Cancel) : [];
        var shown = effects.SelectMany(e => e.Moves.Select(m => m.Now.Seeker)).Concat(Board.Facts.Seekers).DistinctBy(s => s.Id).ToList();
        Names = await VisibleNames.OfAsync(Db, Reader, shown.ConvertAll(s => s.Id), Clock.Now(), Cancel);
        Tried = [.. effects.Select(e => new Tried(e.Since, e.People, [.. e.Moves.Select(m => TriedLine.Move(NameOf(m.Now.Seeker), NameOf(m.Now.Practice), NameOf(m.Then.Practice)))]))];
        if (MayDecide && Choosing is { } person)
            Choices = ProposeDoctors.Choices(Board.Facts, Board.Policy, person);
        NextMeeting = await Db.Meetings.AsNoTracking().Where(m => m.Practice == DoctorPolicy.Practice && m.PracticeMeeting == SeriesMeeting && m.State == MeetingState.Planned && m.Day >= Today).OrderBy(m => m.StartsAt)
            .Select(m => new { m.Id, m.Day }).FirstOrDefaultAsync(Cancel) is { } next ? (next.Id, next.Day) : null;
        var given = Db.DoctorEvents.Where(e => (e.Kind == DoctorEventKind.Given || e.Kind == DoctorEventKind.MovedIn) && e.On >= Today.AddYears(-1));
        LastYear = (await given.CountAsync(Cancel), await given.CountAsync(e => e.ByHand != null, Cancel));
        await reads.ListAsync(Reader.AccountId, "doctors.read", new ListRead([.. shown.Select(s => s.HouseholdId).Distinct()], shown.ConvertAll(s => s.Id)), Cancel);
        AddCrumb(Text["doctors.title"]);
    }
}
