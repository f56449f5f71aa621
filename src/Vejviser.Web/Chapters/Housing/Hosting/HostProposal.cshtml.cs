using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>
/// Households and hosts put together: the policy in words with its points, the proposal with reasons, runner-up and price, choices by hand with a reason; other points tried before anybody changes them. Households stand by their number.
/// </summary>
public sealed class HostProposalModel(EffectivePractices practices, HostingWords words, PutForward put, ReadAudit reads) : VejviserPage
{
    /// <summary>Points being tried; each null where none is.</summary>
    public sealed record Trial(int? Language, int? Together, int? Area, int? Transport, int? Waiting, int? HostWaiting)
    {
        private const int MostPoints = 100;

        internal HostWeights? Weights => this is { Language: { } l, Together: { } t, Area: { } a, Transport: { } r, Waiting: { } w, HostWaiting: { } h } && new[] { l, t, a, r, w, h }.All(p => p is >= 0 and <= MostPoints)
            ? new HostWeights(l, t, a, r, w, h) : null;
    }

    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    public HostingWords Words => words;

    public HostingRules Rules { get; private set; } = null!;

    public HostPairs Pairs { get; private set; } = null!;

    public HostWeights Tried { get; private set; } = null!;

    public bool IsTrying { get; private set; }

    /// <summary>Who would have another host by the points being tried.</summary>
    public IReadOnlyList<(string Guest, string? Before, string? After)> Moves { get; private set; } = [];

    /// <summary>Put forward and not decided.</summary>
    public IReadOnlyList<(HostMatch Match, string Host, string Household)> Open { get; private set; } = [];

    /// <summary>Matches ever chosen against the proposal.</summary>
    public int ByHandCount { get; private set; }

    public Guid? SentHost { get; private set; }

    public string? SentReason { get; private set; }

    public async Task OnGetAsync(int? language, int? together, int? area, int? transport, int? waiting, int? hostWaiting)
    {
        ModelState.Clear();
        await LoadAsync(new Trial(language, together, area, transport, waiting, hostWaiting).Weights);
    }

    public async Task<IActionResult> OnPostAsync(Guid household, Guid host, string? fingerprint, string? reason)
    {
        var done = await put.RunAsync(new PutForwardInput(host, household, fingerprint, reason), Reader, Audit("hosting.put-forward"), Cancel);
        if (done.IsSuccess)
        {
            Tell(Text["hosting.proposal.put-told"]);
            return LocalRedirect($"/housing/hosts/{host}");
        }

        TellFailure(done.Failure);
        (SentHost, SentReason, Choosing) = (host, reason, reason is null ? null : household);
        await LoadAsync(null);
        return Page();
    }

    private async Task LoadAsync(HostWeights? tried)
    {
        Db.ChangeTracker.Clear();
        Rules = await HostingRules.LoadAsync(Db, practices, Cancel);
        Pairs = await ReadHosting.ProposalAsync(Db, Rules, Today, Cancel);
        (Tried, IsTrying) = (tried ?? Rules.Weights, tried is not null);
        if (tried is not null)
            Moves = [.. Pairs.Lines.Zip(new HostPairs(Pairs.Facts, tried).Lines).Where(p => p.First.Room?.Id != p.Second.Room?.Id).Select(p => (p.First.Guest.Label, p.First.Room?.Name, p.Second.Room?.Name))];
        Open = [.. (await Db.HostMatches.AsNoTracking().Where(m => m.StandingHostId != null).Join(Db.PrivateHosts, m => m.HostId, h => h.Id, (m, h) => new { m, h.Name }).Join(Db.Households, x => x.m.HouseholdId, h => h.Id, (x, h) => new { x.m, x.Name, h.Reference })
            .OrderBy(x => x.m.MadeOn).ThenBy(x => x.Name).ToListAsync(Cancel)).Select(x => (x.m, x.Name, CaseLabels.OfHousehold(x.m.HouseholdId, x.Reference)))];
        ByHandCount = await Db.HostMatches.CountAsync(m => m.ByHand != null, Cancel);
        await reads.ListAsync(Reader.AccountId, "hosting.proposal.read", new ListRead([.. Pairs.Facts.Guests.Select(g => g.Id).Concat(Open.Select(o => o.Match.HouseholdId))]), Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["hosting.title"], "/housing/hosts");
        AddCrumb(Text["hosting.proposal.title"]);
    }
}
