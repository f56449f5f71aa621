using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>Who lives where, villa by villa: moves in and out, changes contact person, and lets the lease pass at eighteen. Whose birthday nears stands first.</summary>
public sealed class VillasLivingModel(EffectivePractices practices, VillaWords words, ReadAudit reads) : VejviserPage
{
    public VillaWords Words => words;

    public bool MayEdit => Reader.May(Permissions.MinorsEdit);

    public VillaPolicy Policy { get; private set; } = null!;

    public VillaTown Town { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Those whose eighteenth birthday is to be prepared, is past, or is not known.</summary>
    public IReadOnlyList<YouthFacts> Growing { get; private set; } = [];

    public string NameOf(YouthFacts youth) => Names.GetValueOrDefault(youth.Id, youth.Label);

    public bool IsGrownUp(YouthFacts youth) => youth.GrownUpOn <= Today;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostInAsync(Guid person) =>
        MayEdit ? await ToldAsync(await MoveYouth.InAsync(Db, practices, person, Reader, Audit("villas.move-in"), Cancel), "villas.moved-in-told") : Forbid();

    public async Task<IActionResult> OnPostContactAsync(Guid person, Guid contact) =>
        MayEdit ? await ToldAsync(await MoveYouth.ContactAsync(Db, practices, person, contact, Reader, Audit("villas.change-contact-of"), Cancel), "villas.contact-told") : Forbid();

    public async Task<IActionResult> OnPostLeaseAsync(Guid person) =>
        MayEdit ? await ToldAsync(await MoveYouth.TakeLeaseAsync(Db, practices, person, Reader, Audit("villas.take-lease"), Cancel), "villas.lease-told") : Forbid();

    public async Task<IActionResult> OnPostOutAsync(Guid person, StayEnd why) =>
        MayEdit ? await ToldAsync(await MoveYouth.OutAsync(Db, practices, person, why, Reader, Audit("villas.move-out"), Cancel), "villas.moved-out-told") : Forbid();

    private async Task<IActionResult> ToldAsync(Result<Done> done, string told)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect("/villas/living");
        }

        TellFailure(done.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Db.ChangeTracker.Clear();
        Policy = await ReadVillas.PolicyAsync(Db, practices, Cancel);
        Town = await ReadVillas.TownAsync(Db, Policy, Today, Cancel);
        var living = Town.Villas.SelectMany(v => v.Living).ToList();
        Growing = [.. Town.Growing(Policy, Today)];
        Names = await VisibleNames.OfAsync(Db, Reader, [.. living.Select(y => y.Id)], Clock.Now(), Cancel);
        await reads.ListAsync(Reader.AccountId, "villas.living.read", new ListRead([.. living.Select(y => y.HouseholdId).Distinct()], [.. living.Select(y => y.Id)]), Cancel);
        AddCrumb(Text["villas.title"], "/villas");
        AddCrumb(Text["villas.tab.living"]);
    }
}
