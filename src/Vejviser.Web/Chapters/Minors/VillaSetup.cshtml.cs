using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>The villas with their rooms and the telephone that is answered round the clock, and their contact persons with languages.</summary>
public sealed class VillaSetupModel(EffectivePractices practices, VillaWords words, PersonWords people) : VejviserPage
{
    public VillaWords Words => words;

    public PersonWords People => people;

    public bool MayEdit => Reader.May(Permissions.MinorsEdit);

    public IReadOnlyList<Villa> Villas { get; private set; } = [];

    public ILookup<Guid, VillaContact> Contacts { get; private set; } = Array.Empty<VillaContact>().ToLookup(c => c.VillaId);

    public IReadOnlyDictionary<Guid, int> Living { get; private set; } = new Dictionary<Guid, int>();

    public IReadOnlyList<StaffMember> Staff { get; private set; } = [];

    public int MostRooms { get; private set; }

    /// <summary>What was sent and not taken, so that nothing is written twice.</summary>
    public ChangeVilla.Input? Sent { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostVillaAsync(Guid? id, string? name, string? area, int rooms, string? phone, bool closed, int? version)
    {
        if (!MayEdit)
            return Forbid();
        Sent = new ChangeVilla.Input(id, name, area, rooms, phone, closed, version);
        return await ToldAsync(await ChangeVilla.RunAsync(Db, Sent, Reader, Audit("villas.change-villa"), Cancel));
    }

    public async Task<IActionResult> OnPostContactAsync(Guid? id, Guid villa, string? name, string? phone, string? language, string? other, Guid? account, bool closed) => MayEdit
        ? await ToldAsync(await ChangeVillaContact.RunAsync(Db, new ChangeVillaContact.Input(id, villa, name, phone, language, other, account, closed), Reader, Audit("villas.change-contact"), Cancel)) : Forbid();

    private async Task<IActionResult> ToldAsync(Result<Guid> done)
    {
        if (done.IsSuccess)
        {
            Tell(Text["villas.saved"]);
            return LocalRedirect("/villas/setup");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        MostRooms = (await ReadVillas.PolicyAsync(Db, practices, Cancel)).Most;
        Villas = await Db.Villas.AsNoTracking().OrderBy(v => v.IsClosed).ThenBy(v => v.Name).ToListAsync(Cancel);
        Contacts = (await Db.VillaContacts.AsNoTracking().OrderBy(c => c.IsClosed).ThenBy(c => c.Name).ToListAsync(Cancel)).ToLookup(c => c.VillaId);
        Living = await Db.VillaStays.Where(s => s.HeldPersonId != null).GroupBy(s => s.VillaId).ToDictionaryAsync(g => g.Key, g => g.Count(), Cancel);
        Staff = MayEdit ? await ReadStaff.RunAsync(Db, Cancel) : [];
        AddCrumb(Text["villas.title"], "/villas");
        AddCrumb(Text["villas.tab.setup"]);
    }
}
