using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>
/// The allocation meeting on a big screen: households at the left, homes at the right, the proposal as lines with reasons. A line is changed by hand with a reason and the rest is shared out
/// again; deciding makes nominations and leases. Once decided, the page is the minutes.
/// </summary>
public sealed class AllocationMeetingModel(
    EffectivePractices practices, LawBook law, AllocationSolving solving, HousingWords words, PinPlacement pin, DecideAllocation decide, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The household whose home is being chosen by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    /// <summary>The home that was dragged to it: chosen in the form beforehand.</summary>
    [BindProperty(SupportsGet = true, Name = "home")]
    public Guid? Dragged { get; set; }

    public HousingWords Words => words;

    public bool MayDecide => Reader.May(Permissions.HousingDecide);

    public AllocationMeeting Meeting { get; private set; } = null!;

    /// <summary>Null once it is decided.</summary>
    public SeenAllocation? Seen { get; private set; }

    public IReadOnlyList<DecidedLine> Decided { get; private set; } = [];

    /// <summary>For the line that is being chosen: homes that keep every rule, best first, each with its score and who has it in the proposal.</summary>
    public IReadOnlyList<(HomeFacts Home, double Score, string? Holder)> Choices { get; private set; } = [];

    /// <summary>What was sent and not taken.</summary>
    public (Guid? Home, string? Reason) Sent { get; private set; }

    public string? Minutes { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostPinAsync(Guid household, Guid? home, string? reason)
    {
        if (!MayDecide)
            return Forbid();
        (Choosing, Sent) = (household, (home, reason));
        return await ToldAsync(await pin.RunAsync(Id, new HandChoice(household, home, reason ?? ""), Reader, Audit("housing.pin"), Cancel), "housing.allocation.pinned", household);
    }

    public async Task<IActionResult> OnPostLetGoAsync(Guid household) => MayDecide
        ? await ToldAsync(await pin.LetGoAsync(Id, household, Reader, Audit("housing.let-go"), Cancel), "housing.allocation.let-go-done", household) : Forbid();

    public async Task<IActionResult> OnPostDecideAsync(string? fingerprint, string? minutes)
    {
        if (!MayDecide)
            return Forbid();
        Minutes = minutes;
        var decided = await decide.RunAsync(new DecideAllocationInput(Id, fingerprint, minutes), Reader, Audit("housing.decide"), Cancel);
        if (!decided.IsSuccess)
            return await ToldAsync<Done>(decided.Failure, "", null);
        Tell(Text.Count("housing.allocation.decided-told", decided.Value));
        return LocalRedirect($"/housing/allocation/{Id}");
    }

    private async Task<IActionResult> ToldAsync<T>(Result<T> done, string told, Guid? household)
    {
        if (done.IsSuccess)
        {
            Tell(Text[told]);
            return LocalRedirect($"/housing/allocation/{Id}#h-{household:N}");
        }

        TellFailure(done.Failure);
        return await LoadAsync() ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        Db.ChangeTracker.Clear();
        if (await Db.AllocationMeetings.AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, Cancel) is not { } meeting)
            return false;
        Meeting = meeting;
        if (meeting.DecidedAt is null)
            await ProposeAsync();
        else
            Decided = await DecidedLine.ReadAsync(Db, meeting, Cancel);
        var households = Seen?.Facts.Seekers.Select(s => s.Id) ?? Decided.Select(d => d.Household);
        await reads.ListAsync(Reader.AccountId, "housing.allocation.read", new ListRead([.. households]), Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.allocation"], "/housing/allocation");
        AddCrumb(Text.Day(meeting.Day, Today));
        return true;
    }

    private async Task ProposeAsync()
    {
        Seen = await SeeAllocation.RunAsync(Db, practices, law, solving, Meeting, Today, Cancel);
        if (!MayDecide || Seen.Facts.Seekers.FirstOrDefault(s => s.Id == Choosing) is not { } seeker)
            return;
        var book = HousingRuleBook.Of(Seen.Policy);
        var holders = Seen.Proposal.Lines.Where(l => l.Home is not null).ToDictionary(l => l.Home!.Id, l => l.Seeker.Label);
        if (HttpMethods.IsGet(Request.Method) && Seen.Facts.Homes.FirstOrDefault(h => h.Id == Dragged) is { } dragged)
        {
            Sent = (dragged.Id, null);
            if (book.Judge(seeker, dragged) is { Accepted: false } refused)
                TellFailure(HousingRefusals.Failure(refused));
        }

        // What the meeting has chosen by hand for another household is no choice here: that one is let go of first.
        var kept = Seen.Proposal.Lines.Where(l => l is { Home: not null, ByHand: not null } && l.Seeker.Id != seeker.Id).Select(l => l.Home!.Id).ToHashSet();
        Choices = [.. Seen.Facts.Homes.Where(h => !kept.Contains(h.Id)).Select(h => (Home: h, Verdict: book.Judge(seeker, h))).Where(c => c.Verdict.Accepted).OrderByDescending(c => c.Verdict.Score).ThenBy(c => c.Home.Address, StringComparer.CurrentCulture)
            .Select(c => (c.Home, c.Verdict.Score, holders.GetValueOrDefault(c.Home.Id)))];
    }
}
