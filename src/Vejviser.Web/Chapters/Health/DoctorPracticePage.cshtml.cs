using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>One medical practice: registered, corrected, closed, withdrawn and opened again; its agreement renewed; the lines of its account.</summary>
public sealed class DoctorPracticePageModel(EffectivePractices practices, HealthWords words) : VejviserPage
{
    private const int MostLines = 200;

    /// <summary>What the form sends.</summary>
    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Address { get; init; }

        public string? Phone { get; init; }

        public string? Place { get; init; }

        public int? Numbers { get; init; } = 1;

        public int? Capacity { get; init; }

        public int? Version { get; init; }
    }

    /// <summary>A practice's id, or <c>new</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(Name = "")]
    public Form Sent { get; set; } = new();

    public bool IsNew => Id == "new";

    public HealthWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HealthEdit);

    public DoctorPolicy Policy { get; private set; } = null!;

    public PracticeFacts? Facts { get; private set; }

    /// <summary>Newest first; people stand by their number.</summary>
    public IReadOnlyList<(DoctorEvent Line, string? Person)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
            return Forbid();
        if (!IsNew && !Guid.TryParse(Id, out _))
            return NotFound();
        if (Unreadable.Tell(this) || Sent.Numbers is not { } numbers)
            return await AgainAsync(ModelState.IsValid ? Failure.Of("doctors.figures", ("numbers", ChangeMedicalPractice.MostNumbers)) : null);
        var saved = await ChangeMedicalPractice.RunAsync(
            Db, new ChangeMedicalPractice.Input(IsNew ? null : Guid.Parse(Id), Sent.Name, Sent.Address, Sent.Phone, Sent.Place, numbers, Sent.Capacity, Sent.Version), Reader, Audit("doctors.change-practice"), Cancel);
        if (!saved.IsSuccess)
            return await AgainAsync(saved.Failure);
        Tell(Text["doctors.saved"]);
        return LocalRedirect($"/doctors/practices/{saved.Value}");
    }

    public async Task<IActionResult> OnPostStandAsync(Guid id, PracticeStanding standing, DateOnly? from)
    {
        if (!MayEdit)
            return Forbid();
        if (!Enum.IsDefined(standing))
            return BadRequest();
        var done = await StandOfPractice.RunAsync(Db, id, standing, from, Reader, Audit("doctors.stand"), Cancel);
        if (!done.IsSuccess)
            return await AgainAsync(done.Failure);
        Tell(done.Value == 0 ? Text["doctors.saved"] : Text.Count("doctors.withdrew-told", done.Value));
        return LocalRedirect(done.Value == 0 ? $"/doctors/practices/{id}" : "/doctors");
    }

    public async Task<IActionResult> OnPostRenegotiateAsync(Guid id)
    {
        if (!MayEdit)
            return Forbid();
        var done = await StandOfPractice.RenegotiateAsync(Db, id, Reader, Audit("doctors.renegotiate"), Cancel);
        if (!done.IsSuccess)
            return await AgainAsync(done.Failure);
        Tell(Text["doctors.renegotiated-told"]);
        return LocalRedirect($"/doctors/practices/{id}");
    }

    /// <summary>The page with what was sent still in its fields.</summary>
    private async Task<IActionResult> AgainAsync(Failure? failure)
    {
        if (failure is not null)
            TellFailure(failure);
        var sent = Sent;
        if (!await LoadAsync())
            return NotFound();
        if (sent.Name is not null)
            Sent = sent;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        AddCrumb(Text["doctors.title"], "/doctors");
        AddCrumb(Text["doctors.tab.practices"], "/doctors/practices");
        Policy = await ReadDoctors.PolicyAsync(Db, practices, Cancel);
        if (IsNew)
        {
            AddCrumb(Text["doctors.practice-new"]);
            return MayEdit;
        }

        if (!Guid.TryParse(Id, out var id) || await Db.MedicalPractices.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, Cancel) is not { } practice)
            return false;
        Facts = (await ReadDoctors.PracticesAsync(Db, Cancel)).First(p => p.Id == id);
        Sent = new Form { Name = practice.Name, Address = practice.Address, Phone = practice.Phone, Place = practice.Place.ToString(), Numbers = practice.Numbers, Capacity = practice.Capacity, Version = practice.Version };
        Lines = [.. (await Db.DoctorEvents.AsNoTracking().Where(e => e.PracticeId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(MostLines)
            .Select(e => new { e, CaseRef = Db.People.Where(p => p.Id == e.PersonId).Select(p => p.CaseRef).FirstOrDefault() }).ToListAsync(Cancel)).Select(l => (l.e, l.e.PersonId is { } person ? CaseLabels.OfPerson(person, l.CaseRef) : null))];
        AddCrumb(practice.Name);
        return true;
    }
}
