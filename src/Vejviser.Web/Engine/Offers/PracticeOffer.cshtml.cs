using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Offers;

/// <summary>Who is in a practice's target group and has not been offered it; those ticked get the offer.</summary>
public sealed class PracticeOfferModel(OfferWords words, OfferToMany offers, TargetBoards boards, ReadAudit reads) : PracticeOfferPage(words)
{
    public TargetCount Count { get; private set; } = null!;

    /// <summary>Of the whole municipality, for managers; null for others.</summary>
    public TargetCount? Whole { get; private set; }

    public IReadOnlyList<TargetRow> Rows { get; private set; } = [];

    public bool HasNext => Count.HasNext(Filter);

    public IReadOnlyDictionary<Guid, IReadOnlyList<Answer>> Asks { get; private set; } = new Dictionary<Guid, IReadOnlyList<Answer>>();

    /// <summary>Ticked before a rule said no.</summary>
    public IReadOnlySet<Guid> Ticked { get; private set; } = new HashSet<Guid>();

    public bool MayOffer => IsAdopted && Reader.May(Permissions.PlansWork);

    public string Link(string? part, string? whose, int page = 1) =>
        $"/practices/{Practice}/offer?part={part}&who={whose}{(page > 1 ? $"&page-number={page}" : "")}";

    public string Export(string format) => $"/practices/{Practice}/offer/export?format={format}&part={(OnlyAsk ? "ask" : "")}&who={(OnlyMine ? "mine" : "")}";

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(Guid[] ids, DateOnly? on, DateOnly? remind)
    {
        if (!await LoadAsync())
            return NotFound();
        if (!Reader.May(Permissions.PlansWork))
            return Forbid();
        Ticked = ids.ToHashSet();
        if (Unreadable.Tell(this))
            return await ShowAsync();
        var done = await offers.RunAsync(new OfferToManyInput(Practice, ids, on ?? Today, remind), Reader, Audit("offers.offer-many"), Cancel);
        if (!done.IsSuccess)
        {
            TellFailure(done.Failure);
            return await ShowAsync();
        }

        boards.Forget(Practice);
        var leftOut = done.Value.LeftOut > 0 ? " " + Text.Count("offers.group.left-out", done.Value.LeftOut) : "";
        Tell(Text.Count("offers.group.done", done.Value.Offered) + leftOut);
        return LocalRedirect(Link(OnlyAsk ? "ask" : "", OnlyMine ? "mine" : ""));
    }

    private async Task<IActionResult> ShowAsync()
    {
        Count = await boards.CountAsync(Definition, Version, Reader, Filter.CaseWorker, Cancel);
        if (Reader.May(Permissions.Managers))
            Whole = await boards.CountAsync(Definition, Version, Reader.System, caseWorker: null, Cancel);
        Rows = await TargetGroup.TheseAsync(Db, Definition, Reader, Count.Page(Filter), Filter, Today, Clock.Now(), Cancel);
        if (OnlyAsk)
            Asks = await TargetReasons.OfAsync(Db, Definition, Rows, Today, Cancel);
        await reads.ListAsync(Reader.AccountId, "offers.group.read", Shown(Rows, Practice, OnlyAsk), Cancel);
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Title, $"/practices/{Practice}");
        AddCrumb(Text["offers.tab"]);
        return Page();
    }
}
