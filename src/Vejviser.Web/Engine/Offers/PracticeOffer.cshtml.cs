using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Offers;

/// <summary>Who is in a practice's target group and has not been offered it; those ticked get the offer.</summary>
public sealed class PracticeOfferModel(OfferWords words, OfferToMany offers, ReadAudit reads) : PracticeOfferPage(words)
{
    public TargetCounts Counts { get; private set; } = new(0, 0);

    /// <summary>Of the whole municipality, for managers; null for others.</summary>
    public TargetCounts? Whole { get; private set; }

    public IReadOnlyList<TargetRow> Rows { get; private set; } = [];

    public bool HasNext { get; private set; }

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

        var leftOut = done.Value.LeftOut > 0 ? " " + Text.Count("offers.group.left-out", done.Value.LeftOut) : "";
        Tell(Text.Count("offers.group.done", done.Value.Offered) + leftOut);
        return LocalRedirect(Link(OnlyAsk ? "ask" : "", OnlyMine ? "mine" : ""));
    }

    private async Task<IActionResult> ShowAsync()
    {
        Counts = await TargetGroup.CountAsync(Db, Definition, Reader, Filter, Today, Clock.Now(), Cancel);
        if (Reader.May(Permissions.Managers))
            Whole = await TargetGroup.CountAsync(Db, Definition, Reader.System, new TargetFilter(), Today, Clock.Now(), Cancel);
        var rows = await TargetGroup.ReadAsync(Db, Definition, Reader, Filter, Today, Clock.Now(), Cancel);
        (Rows, HasNext) = ([.. rows.Take(TargetFilter.PageSize)], rows.Count > TargetFilter.PageSize);
        if (OnlyAsk)
            Asks = await TargetReasons.OfAsync(Db, Definition, Rows, Today, Cancel);
        await reads.ListAsync(Reader.AccountId, "offers.group.read", Shown(Rows, Practice, OnlyAsk), Cancel);
        AddCrumb(Text["nav.practices"], "/practices");
        AddCrumb(Title, $"/practices/{Practice}");
        AddCrumb(Text["offers.tab"]);
        return Page();
    }
}
