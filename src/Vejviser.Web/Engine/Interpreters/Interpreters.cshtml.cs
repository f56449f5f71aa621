using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;
using FixedCost = Vejviser.Matching.Time.FixedCost;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>
/// The coordinator's page: the share of video against its target, travel saved, what is unmet, and a proposal for each meeting nobody is assigned to, with its price; choices by hand with their reasons.
/// It names no newcomer: of a meeting it shows the time and the language. A complaint is shown as it was written.
/// </summary>
public sealed class InterpretersModel(
    EffectivePractices practices, LawBook law, InterpretersBoards boards, InterpreterWords words, FollowProposal follow, ChooseInterpreter choose, ReadAudit reads) : VejviserPage
{
    private const int WeeksBack = 4;
    private const int WeeksAhead = 8;
    private const int MostDays = 366;
    private const int MostView = 50;
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public DateOnly? To { get; set; }

    public DateOnly First => From ?? Today.AddDays(-7 * WeeksBack);

    /// <summary>At most a year after the first.</summary>
    public DateOnly Last
    {
        get
        {
            var last = To ?? Today.AddDays(7 * WeeksAhead);
            return last < First ? First : last > First.AddDays(MostDays) ? First.AddDays(MostDays) : last;
        }
    }

    public InterpreterWords Words => words;

    /// <summary>Of what nobody is assigned to, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public InterpretersBoard Board { get; private set; } = null!;

    public InterpretingRules Rules => Board.Rules;

    public InterpretingFigures Figures => Board.Figures;

    public SeenInterpreters Seen => Board.Seen;

    public IEnumerable<ProposedInterpreter> Lines => Seen.Lines.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    public bool HasNext => PageNumber * PageSize < Seen.Lines.Count;

    public IReadOnlyList<InterpreterComplaint> Complaints { get; private set; } = [];

    /// <summary>The booking whose interpreter is being chosen by hand.</summary>
    [BindProperty(SupportsGet = true, Name = "choose")]
    public Guid? Choosing { get; set; }

    /// <summary>For that booking: who could take it, what that costs the whole, and what they are proposed for at that time.</summary>
    public IReadOnlyList<(InterpreterFit Fit, FixedCost Price, ProposedInterpreter? Holds)> Choices { get; private set; } = [];

    /// <summary>What was sent and not taken.</summary>
    public (Guid? Interpreter, string? Reason) Sent { get; private set; }

    /// <summary>Another number of people in view that is tried.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public int? TriedView { get; set; }

    /// <summary>What that would change; empty where nothing else is tried.</summary>
    public IReadOnlyList<Tried> Tried { get; private set; } = [];

    public string When(Meeting meeting) => words.When(meeting, Today);

    public string Address(string? handler = null, Guid? choose = null, int? page = null) =>
        $"/interpreters?{(handler is null ? "" : $"handler={handler}&")}from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}{((page ?? PageNumber) is > 1 and var number ? $"&page-number={number}" : "")}{(choose is null ? "" : $"&choose={choose}")}";

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAssignAsync(Guid booking, Guid interpreter) =>
        await ToldAsync(await follow.OneAsync(booking, interpreter, Reader, Audit("interpreters.assign"), Cancel), interpreter);

    public async Task<IActionResult> OnPostChooseAsync(Guid booking, Guid interpreter, string? reason)
    {
        (Choosing, Sent) = (booking, (interpreter, reason));
        return await ToldAsync(await choose.RunAsync(new ChooseInterpreterInput(booking, interpreter, reason), Reader, Audit("interpreters.choose"), Cancel), interpreter);
    }

    public async Task<IActionResult> OnPostAssignAllAsync(string? fingerprint)
    {
        var followed = await follow.AllAsync(new FollowProposalInput(Later(First, Today), Last, fingerprint), Reader, Audit("interpreters.assign"), Cancel);
        boards.Forget();
        if (!followed.IsSuccess)
        {
            TellFailure(followed.Failure);
            return await ShowAsync();
        }

        Tell(Text.Count("interpreters.assigned-many", followed.Value));
        return LocalRedirect(Address());
    }

    private async Task<IActionResult> ToldAsync(Result<Done> done, Guid interpreter)
    {
        boards.Forget();
        if (!done.IsSuccess)
        {
            TellFailure(done.Failure);
            return await ShowAsync();
        }

        Tell(Text["interpreters.assigned", ("name", await words.NameAsync(Db, interpreter, Cancel))]);
        return LocalRedirect(Address());
    }

    private async Task<IActionResult> ShowAsync()
    {
        AddCrumb(Text["interpreters.title"]);
        Board = await boards.ReadAsync(First, Last, Cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Seen.Lines.Count + PageSize - 1) / PageSize));
        Complaints = await InterpreterComplaint.ReadAsync(Db, First, Last, Cancel);
        if (Choosing is { } booking)
        {
            // What somebody decides by is as it stands now, and reckoned on alone.
            Board = Board with { Seen = await ProposeInterpreters.RunAsync(Db, practices, law, Later(First, Today), Last, Cancel) };
            Choices = Seen.ChoicesFor(booking, Cancel);
            // Others may have been assigned meanwhile: it is chosen on the page where it stands now.
            if (Seen.Find(booking) is not null)
                PageNumber = 1 + (Seen.Lines.TakeWhile(l => l.Booking.Id != booking).Count() / PageSize);
        }

        if (TriedView is >= 1 and <= MostView and var view && view != Rules.MostInView)
        {
            var effects = await InterpreterEffect.ReadAsync(Db, practices, law, Seen, Rules with { MostInView = view }, Later(First, Today), Last, Today, Cancel);
            Tried = [.. effects.Select(e => new Tried(e.Since, e.Bookings, [.. e.Moves.Select(m => TriedLine.Move(When(m.Now.Meeting), words.Whom(m.Now.Proposal.Chosen), words.Whom(m.Then.Proposal.Chosen)))]))];
        }

        await reads.RecordAsync(Reader.AccountId, "interpreters.complaints.read", [.. Complaints.Select(c => c.About)], Cancel);
        return Page();
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
