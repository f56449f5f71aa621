using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Health;

/// <summary>The medical practices with their accounts, and the districts that distances are told from.</summary>
public sealed class DoctorPracticesModel(EffectivePractices practices, HealthWords words) : VejviserPage
{
    public HealthWords Words => words;

    public bool MayEdit => Reader.May(Permissions.HealthEdit);

    public DoctorPolicy Policy { get; private set; } = null!;

    public IReadOnlyList<PracticeFacts> Practices { get; private set; } = [];

    public IReadOnlyList<CareDistrict> Districts { get; private set; } = [];

    /// <summary>What was sent of a district and not taken.</summary>
    public (Guid? Id, string? Name, string? Place) Sent { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostDistrictAsync(Guid? id, string? name, string? place)
    {
        if (!MayEdit)
            return Forbid();
        Sent = (id, name, place);
        var saved = await ChangeDistrict.RunAsync(Db, new ChangeDistrict.Input(id, name, place), Reader, Audit("doctors.change-district"), Cancel);
        if (saved.IsSuccess)
        {
            Tell(Text["doctors.saved"]);
            return LocalRedirect("/doctors/practices#districts");
        }

        TellFailure(saved.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Policy = await ReadDoctors.PolicyAsync(Db, practices, Cancel);
        Practices = await ReadDoctors.PracticesAsync(Db, Cancel);
        Districts = await Db.CareDistricts.AsNoTracking().OrderBy(d => d.Name).ToListAsync(Cancel);
        AddCrumb(Text["doctors.title"], "/doctors");
        AddCrumb(Text["doctors.tab.practices"]);
    }
}
