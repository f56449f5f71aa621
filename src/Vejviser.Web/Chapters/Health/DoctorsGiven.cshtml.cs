using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>Who has which doctor; registers the choice, or that a doctor is no longer theirs.</summary>
public sealed class DoctorsGivenModel(ReadAudit reads) : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "practice")]
    public Guid? Practice { get; set; }

    /// <summary><c>open</c>: only those not registered yet.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public bool MayEdit => Reader.May(Permissions.HealthEdit);

    public IReadOnlyList<GivenDoctor> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<(Guid Id, string Name)> Practices { get; private set; } = [];

    /// <summary>The filter as an address has it.</summary>
    public string Query => $"practice={Practice}&show={Show}";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRegisterAsync(Guid person) =>
        MayEdit ? await ToldAsync(await RegisterDoctor.RunAsync(Db, person, Reader, Audit("doctors.register"), Cancel), "doctors.registered-told") : Forbid();

    public async Task<IActionResult> OnPostEndAsync(Guid person, bool another) =>
        MayEdit ? await ToldAsync(await RegisterDoctor.EndAsync(Db, person, another, Reader, Audit("doctors.end"), Cancel), "doctors.ended-told") : Forbid();

    private async Task<IActionResult> ToldAsync(Result<Done> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/doctors/given?{Query}");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        var lines = GivenDoctors.Of(Db, Practice, Show == "open");
        Count = await lines.CountAsync(Cancel);
        Lines = await lines.Skip((Math.Max(1, Number) - 1) * GivenDoctors.PageSize).Take(GivenDoctors.PageSize).ToListAsync(Cancel);
        Names = await VisibleNames.OfAsync(Db, Reader, [.. Lines.Select(l => l.PersonId)], Clock.Now(), Cancel);
        Practices = [.. (await Db.MedicalPractices.AsNoTracking().OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(Cancel)).Select(p => (p.Id, p.Name))];
        await reads.ListAsync(Reader.AccountId, "doctors.given.read", new ListRead([.. Lines.Select(l => l.HouseholdId).Distinct()], [.. Lines.Select(l => l.PersonId)]), Cancel);
        AddCrumb(Text["doctors.title"], "/doctors");
        AddCrumb(Text["doctors.tab.given"]);
    }
}
