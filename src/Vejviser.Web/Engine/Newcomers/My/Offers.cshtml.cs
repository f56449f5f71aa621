using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Offers;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>What I am offered, what it is, that I may say no, and my answer.</summary>
public sealed class OffersModel(AnswerOwnOffer answer, EffectivePractices practices) : MyPage
{
    private const int Most = 20;

    public IReadOnlyList<(Offer Offer, CitizenTexts Words, string Language)> Offers { get; private set; } = [];

    /// <summary>Somebody is proposed, or days are asked for: beside what is offered.</summary>
    public bool HasProposals { get; private set; }

    public static bool IsOpen(Offer offer) => offer.Answer is OfferAnswer.None or OfferAnswer.Later;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync(Guid offer, OfferAnswer said)
    {
        var answered = await answer.RunAsync(Me, offer, said, Audit("newcomers.answer-offer"), Cancel);
        if (answered.IsSuccess)
        {
            Told("saved");
            return LocalRedirect("/my/offers");
        }

        Tell(answered.Failure);
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        Db.ChangeTracker.Clear();
        var offers = await AnswerOwnOffer.Of(Db, Me).AsNoTracking().OrderBy(o => o.Answer != OfferAnswer.None && o.Answer != OfferAnswer.Later).ThenByDescending(o => o.OfferedOn).ThenBy(o => o.Id).Take(Most).ToListAsync(Cancel);
        HasProposals = !(await MyProposals.OfAsync(Db, Me, Today, Cancel)).IsEmpty;
        var known = (await practices.AllAsync(Db, Cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        Offers = [.. offers.Where(o => known.ContainsKey(o.Practice)).Select(o => (Offer: o, Said: Words.Practice(known[o.Practice]))).Select(o => (o.Offer, o.Said.Words, o.Said.Language))];
    }
}
