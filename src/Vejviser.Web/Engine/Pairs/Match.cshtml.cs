using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>
/// The match: who looks for a volunteer, whom they are proposed and why, what comes second and what that costs. A line is chosen by hand with a reason and the rest is paired again; deciding asks both sides of each pair.
/// </summary>
public sealed class MatchModel(PairPractices all, EffectivePractices practices, PairWords words, SeePairs see, ConditionWords conditions, ChoosePair choose, DecidePairs decide, WritePairWish write, ReadAudit reads) : PairsPage(all, practices, words)
{
    /// <summary>The plan whose volunteer is being chosen by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    /// <summary>The plan whose wishes are being written.</summary>
    [BindProperty(SupportsGet = true, Name = "wish")]
    public Guid? Wishing { get; set; }

    public SeenPairs Seen { get; private set; } = null!;

    public IReadOnlyList<Town> Towns { get; private set; } = [];

    /// <summary>Industries that are known here, to choose from while writing.</summary>
    public IReadOnlyList<string> Industries { get; private set; } = [];

    /// <summary>For the line that is being chosen: volunteers that no rule refuses, best first, with the score and whom they are proposed.</summary>
    public IReadOnlyList<(VolunteerFacts Volunteer, double Score, string? Holder)> Choices { get; private set; } = [];

    /// <summary>What was sent and not taken.</summary>
    public (Guid? Volunteer, string? Reason) Sent { get; private set; }

    public string? Note { get; private set; }

    public int Asked { get; private set; }

    public int Agreed { get; private set; }

    /// <summary>Choices by hand of all decisions so far, and all pairs that were asked.</summary>
    public (int ByHand, int Pairs) Overrides { get; private set; }

    private IReadOnlySet<Guid> visible = new HashSet<Guid>();

    public string TitleOf => Words.Of(Practice, "title");

    /// <summary>The name where the reader may see it, else the reference.</summary>
    public string NameOf(PairSeekerFacts facts)
    {
        var seeking = Seen.Seekers.Single(s => s.Facts.PlanId == facts.PlanId);
        var isHidden = !visible.Contains(seeking.Household.Id) || seeking.People.Any(p => !Reader.MaySeeAddress(p));
        return isHidden ? facts.Label : seeking.Plan.PersonId is null ? seeking.Household.Name : $"{seeking.People[0].GivenName} {seeking.People[0].FamilyName}";
    }

    /// <summary>The plan's page, for who may open it.</summary>
    public string? LinkOf(PairSeekerFacts facts) => visible.Contains(Seeking(facts).Household.Id) && Reader.May(Permissions.PlansRead) ? $"/plans/{facts.PlanId}" : null;

    public Seeking Seeking(PairSeekerFacts facts) => Seen.Seekers.Single(s => s.Facts.PlanId == facts.PlanId);

    public string Unfit(Answer answer) => conditions.Say(answer, Seen.Definition, practice => practice, Text.Language);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostChooseAsync(Guid plan, Guid? volunteer, string? reason)
    {
        (Choosing, Sent) = (plan, (volunteer, reason));
        return await ToldAsync(await choose.RunAsync(Practice, new HandPair(plan, volunteer, reason ?? ""), Reader, Audit("pairs.choose"), Cancel), Text["pairs.chosen"], $"{Address}#p-{plan:N}", ShowAsync);
    }

    public async Task<IActionResult> OnPostLetGoAsync(Guid plan) =>
        await ToldAsync(await choose.LetGoAsync(plan, Reader, Audit("pairs.let-go"), Cancel), Text["pairs.let-go-done"], $"{Address}#p-{plan:N}", ShowAsync);

    public async Task<IActionResult> OnPostWishAsync(Guid plan, Guid? town, string[] industries, string? words)
    {
        Wishing = plan;
        return await ToldAsync(await write.RunAsync(Practice, new WritePairWishInput(plan, town, [.. industries.OfType<string>()], words), Reader, Audit("pairs.write-wish"), Cancel), Text["pairs.wish.saved"], $"{Address}#p-{plan:N}", ShowAsync);
    }

    public async Task<IActionResult> OnPostDecideAsync(string? fingerprint, string? note)
    {
        Note = note;
        var decided = await decide.RunAsync(Practice, new DecidePairsInput(fingerprint, note), Reader, Audit("pairs.decide"), Cancel);
        return await ToldAsync(decided, decided.IsSuccess ? Words.Count(Practice, "decided", decided.Value) : "", $"{Address}/list", ShowAsync);
    }

    private async Task<IActionResult> ShowAsync()
    {
        Seen = await see.RunAsync(Db, Practice, Today, Cancel);
        visible = await VisibleHouseholdsAsync(Seen.Seekers.Select(s => s.Household.Id));
        Towns = await Db.Towns.AsNoTracking().OrderBy(t => t.Name).ToListAsync(Cancel);
        Industries = await KnownIndustries.ReadAsync(Db, Cancel);
        Asked = await Db.VolunteerPairs.CountAsync(p => p.Practice == Practice.Id && p.State == PairState.Asked, Cancel);
        Agreed = await Db.VolunteerPairs.CountAsync(p => p.Practice == Practice.Id && p.State == PairState.Agreed, Cancel);
        Overrides = (await Db.PairRounds.Where(r => r.Practice == Practice.Id).SumAsync(r => r.ByHand, Cancel), await Db.PairRounds.Where(r => r.Practice == Practice.Id).SumAsync(r => r.Pairs, Cancel));
        if (Seen.Facts.Seekers.FirstOrDefault(s => s.PlanId == Choosing) is { } seeker)
            Choices = ChoicesOf(seeker);
        await reads.ListAsync(Reader.AccountId, "pairs.match.read", new ListRead([.. Seen.Seekers.Select(s => s.Household.Id)], [.. Seen.Seekers.Select(s => s.Plan.PersonId).OfType<Guid>()]), Cancel);
        AddCrumbs(null);
        return Page();
    }

    private IReadOnlyList<(VolunteerFacts Volunteer, double Score, string? Holder)> ChoicesOf(PairSeekerFacts seeker)
    {
        var holders = Seen.Proposal.Lines.Where(l => l.Volunteer is not null && l.Seeker.PlanId != seeker.PlanId).ToLookup(l => l.Volunteer!.Id, l => NameOf(l.Seeker));
        return [.. Seen.ChoicesFor(Practice, seeker).Select(c => (c.Volunteer, c.Score, holders[c.Volunteer.Id].FirstOrDefault()))];
    }
}
