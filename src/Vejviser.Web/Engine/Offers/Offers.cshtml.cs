using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Offers;

/// <summary>Offers that are not settled: mine, my unit's or all; those to be followed up first.</summary>
public sealed class OffersModel(OfferWords words, ReadAudit reads) : VejviserPage
{
    private const int MostPages = 10_000;

    /// <summary><c>unit</c>, <c>all</c>; else the reader's own.</summary>
    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? WhoseWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "practice")]
    public string? Practice { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public OfferWords Words => words;

    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public bool HasNext { get; private set; }

    public OfferWhose Whose => WhoseWord switch { "unit" => OfferWhose.Unit, "all" => OfferWhose.All, _ => OfferWhose.Mine };

    public async Task OnGetAsync()
    {
        await words.LoadAsync(Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        var practice = string.IsNullOrEmpty(Practice) ? null : Practice;
        var rows = await OfferList.OpenAsync(Db, Reader, Whose, practice, PageNumber, Clock.Now(), Cancel);
        (Offers, HasNext) = ([.. rows.Take(OfferList.PageSize)], rows.Count > OfferList.PageSize);
        var shown = new ListRead([.. Offers.Select(o => o.HouseholdId).Distinct()], [.. Offers.Select(o => o.PersonId).OfType<Guid>().Distinct()], Whose.ToString().ToLowerInvariant());
        await reads.ListAsync(Reader.AccountId, "offers.read", shown, Cancel);
        AddCrumb(Text["offers.title"]);
    }

    public string NameOf(OfferLine offer) => Reader.MaySeeAddress(offer.IsProtected) ? offer.Name : offer.Reference ?? Text["plan.protected"];

    public string Link(int page) => $"/offers?whose={WhoseWord}&practice={Practice}&page-number={page}";
}
