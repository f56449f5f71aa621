using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>What a villa is chosen by for one youth: whether it fits, who has custody, what they wish, whom they get on with and whom they must not live with. For who works with them.</summary>
public sealed class VillaYouthModel(EffectivePractices practices, VillaWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public VillaWords Words => words;

    public bool MayEdit => Reader.May(Permissions.MinorsEdit);

    /// <summary>Where somebody lives is as protected as their address.</summary>
    public bool ShowsRoom => Reader.MaySeeAddress(Person);

    public Person Person { get; private set; } = null!;

    public YouthFacts Youth { get; private set; } = null!;

    public VillaTown Town { get; private set; } = null!;

    /// <summary>Custody holders in the product whom the reader may see.</summary>
    public IReadOnlyList<FoundPerson> Holders { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<YouthFacts> Others => Town.Youths.Where(y => y.Id != Id);

    public string NameOf(YouthFacts youth) => Names.GetValueOrDefault(youth.Id, youth.Label);

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAssessAsync(DateOnly? assessed, bool fits, string? holder, Guid? wish) => MayEdit
        ? await ToldAsync(() => AssessYouth.RunAsync(Db, new AssessYouthInput(Id, assessed, fits, holder, wish), Reader, Audit("villas.assess"), Cancel), "villas.assessed-told") : Forbid();

    public async Task<IActionResult> OnPostTieAsync(Guid other, bool? apart) => MayEdit
        ? await ToldAsync(() => TieYouths.RunAsync(Db, Id, other, apart, Reader, Audit("villas.tie"), Cancel), "villas.tied-told") : Forbid();

    /// <summary>The youth is found first: what a reader may not see they may not change.</summary>
    private async Task<IActionResult> ToldAsync(Func<Task<Result<Done>>> change, string told)
    {
        if (await LoadAsync() is { } otherwise)
            return otherwise;
        var done = await change();
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/villas/youths/{Id}");
        }

        TellFailure(done.Failure);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (!(await FindPersonAsync(Id)).IsHere(out var person, out var otherwise))
            return otherwise;
        Town = await ReadVillas.TownAsync(Db, await ReadVillas.PolicyAsync(Db, practices, Cancel), Today, Cancel);
        if (Town.Youths.FirstOrDefault(y => y.Id == Id) is not { } youth)
            return NotFound();
        (Person, Youth) = (person, youth);
        Holders = [.. (await RelatePeople.ListAsync(Db, Reader, Clock.Now(), Id, Cancel)).Where(r => r is { Kind: RelationKind.CustodyHolderOf, IsFirst: false }).Select(r => r.Other)];
        Names = await VisibleNames.OfAsync(Db, Reader, [.. Town.Youths.Select(y => y.Id)], Clock.Now(), Cancel);
        await reads.ListAsync(Reader.AccountId, "villas.youth.read", new ListRead([youth.HouseholdId], [Id]), Cancel);
        AddCrumb(Text["villas.title"], "/villas");
        AddCrumb(NameOf(youth));
        return null;
    }
}
