using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Offers;

/// <summary>
/// Which practices fit a person and their household, which don't, and why; the offers they got, and what they said. Questions that a
/// practice asks are answered here.
/// </summary>
public sealed class PersonPracticesModel(
    EffectivePractices practices, OfferWords words, OfferPractice offer, AnswerOffer answer, UndoAnswer undo, WithdrawOffer withdraw, AnswerQuestion question) : PersonPage
{
    public OfferWords Words => words;

    public IReadOnlyList<PracticeFit> Fits { get; private set; } = [];

    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public bool MayOffer => Reader.May(Permissions.PlansWork);

    public bool MayAnswer => Reader.May(Permissions.PeopleEdit);

    /// <summary>Not offered yet, in the municipality's use, with this answer.</summary>
    public IEnumerable<PracticeFit> New(Truth truth) => Fits.Where(f => f is { IsAdopted: true, Standing: FitStanding.None } && f.Verdict.Truth == truth);

    /// <summary>Questions that are not answered, of practices that could still fit; each once.</summary>
    public IEnumerable<(string Id, string Words)> Questions => New(Truth.Unknown)
        .SelectMany(f => f.Deciding.Where(a => a.Code == "answered").Select(a => (Id: (string)a.Values["question"]!, f.Practice)))
        .DistinctBy(q => q.Id).Select(q => (q.Id, q.Practice.TextsIn(Text.Language).Questions[q.Id]));

    /// <summary>The consent that a yes waits for; null where nothing stands in the way.</summary>
    public string? Waits(OfferLine line) => line is { Answer: OfferAnswer.Yes, PlanId: null } ? words.Find(line.Practice)?.Offer.Consent : null;

    public async Task<IActionResult> OnGetAsync() => await OpenAsync(Text["offers.tab"], "offers.person.read") ?? await ShowAsync();

    public async Task<IActionResult> OnPostOfferAsync(string practice, DateOnly? on, string? reason, string? referredBy, DateOnly? remind)
    {
        if (await OpenAsync(Text["offers.tab"], read: null) is { } otherwise)
            return otherwise;
        if (!MayOffer)
            return Forbid();
        if (CannotBeRead())
            return await ShowAsync();
        var input = new OfferPracticeInput(practice, Person.HouseholdId, await ForAsync(practice), on ?? Today, reason, referredBy, remind);
        return await DoneAsync(await offer.RunAsync(input, Reader, Audit("offers.offer"), Cancel), _ => Text["offers.was-offered", ("title", words.Title(practice))]);
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid offerId, OfferAnswer said, DateOnly? on, string? reason, DateOnly? remind, DateOnly? start)
    {
        if (await OpenAsync(Text["offers.tab"], read: null) is { } otherwise)
            return otherwise;
        if (!MayOffer)
            return Forbid();
        if (CannotBeRead())
            return await ShowAsync();
        var input = new AnswerOfferInput(offerId, said, on ?? Today, reason, remind, start);
        return await DoneAsync(await answer.RunAsync(input, Reader, Audit("offers.answer"), Cancel), done => done switch
        {
            { ConsentToAsk: { } purpose } => Text["offers.consent-first", ("purpose", words.Consent(purpose))],
            { PlanId: not null } => Text["offers.was-begun"],
            _ => Text["offers.was-answered"],
        });
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid offerId)
    {
        if (await OpenAsync(Text["offers.tab"], read: null) is { } otherwise)
            return otherwise;
        return MayOffer ? await DoneAsync(await undo.RunAsync(offerId, Reader, Audit("offers.undo-answer"), Cancel), _ => Text["offers.was-undone"]) : Forbid();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid offerId)
    {
        if (await OpenAsync(Text["offers.tab"], read: null) is { } otherwise)
            return otherwise;
        return MayOffer ? await DoneAsync(await withdraw.RunAsync(offerId, Reader, Audit("offers.withdraw"), Cancel), _ => Text["offers.was-withdrawn"]) : Forbid();
    }

    public async Task<IActionResult> OnPostQuestionAsync(string id, string? said)
    {
        if (await OpenAsync(Text["offers.tab"], read: null) is { } otherwise)
            return otherwise;
        if (!MayAnswer)
            return Forbid();
        bool? isYes = said switch { "yes" => true, "no" => false, _ => null };
        return await DoneAsync(await question.RunAsync(new AnswerQuestionInput(Id, id, isYes), Reader, Audit("offers.answer-question"), Cancel), _ => Text["offers.question-saved"]);
    }

    /// <summary>The person, or nobody where the practice is for the household.</summary>
    private async Task<Guid?> ForAsync(string practice)
    {
        await words.LoadAsync(Cancel);
        return words.Find(practice)?.For == PracticeFor.Household ? null : Id;
    }

    private async Task<IActionResult> DoneAsync<T>(Result<T> done, Func<T, string> told)
    {
        if (!done.IsSuccess)
        {
            TellFailure(done.Failure);
            return await ShowAsync();
        }

        await words.LoadAsync(Cancel);
        Tell(told(done.Value));
        return LocalRedirect($"/people/{Id}/practices");
    }

    private async Task<IActionResult> ShowAsync()
    {
        await words.LoadAsync(Cancel);
        Fits = await ReadFits.RunAsync(Db, practices, Reader, Id, Today, Clock.Now(), Cancel) ?? [];
        Offers = await OfferList.OfAsync(Db, Id, Person.HouseholdId, Cancel);
        return Page();
    }
}
