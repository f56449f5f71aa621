using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Interpreters;

/// <summary>
/// The coordinator's page: the share of video against its target, travel saved, what is unmet, and a proposal for each meeting nobody is assigned to.
/// It names no newcomer: of a meeting it shows the time and the language. A complaint is shown as it was written.
/// </summary>
public sealed class InterpretersModel(EffectivePractices practices, LawBook law, InterpreterWords words, AssignInterpreter assign, ReadAudit reads) : VejviserPage
{
    private const int WeeksBack = 4;
    private const int WeeksAhead = 8;
    private const int MostDays = 366;

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

    public InterpretingRules Rules { get; private set; } = null!;

    public InterpretingFigures Figures { get; private set; } = null!;

    public IReadOnlyList<InterpreterComplaint> Complaints { get; private set; } = [];

    public IReadOnlyList<ProposedInterpreter> Proposals { get; private set; } = [];

    public string When(Meeting meeting) => words.When(meeting, Today);

    public string Why(InterpreterFit fit) => words.Why(fit);

    public string WhyNot(InterpreterProposal proposal) => words.WhyNot(proposal);

    public async Task OnGetAsync()
    {
        AddCrumb(Text["interpreters.title"]);
        Rules = await InterpretingRules.LoadAsync(Db, practices, Cancel);
        Figures = await InterpretingFigures.ReadAsync(Db, Rules, First, Last, Cancel);
        Complaints = await InterpreterComplaint.ReadAsync(Db, First, Last, Cancel);
        Proposals = await ProposeInterpreters.RunAsync(Db, practices, law, Later(First, Today), Last, Cancel);
        await reads.RecordAsync(Reader.AccountId, "interpreters.complaints.read", [.. Complaints.Select(c => c.About)], Cancel);
    }

    public async Task<IActionResult> OnPostAssignAsync(Guid booking, Guid interpreter, Guid? runnerUp)
    {
        var assigned = await assign.RunAsync(new AssignInterpreterInput(booking, interpreter, runnerUp), Reader, Audit("interpreters.assign"), Cancel);
        if (!assigned.IsSuccess)
        {
            TellFailure(assigned.Failure);
            await OnGetAsync();
            return Page();
        }

        Tell(Text["interpreters.assigned", ("name", await words.NameAsync(Db, interpreter, Cancel))]);
        return Back();
    }

    public async Task<IActionResult> OnPostAssignAllAsync()
    {
        var proposals = await ProposeInterpreters.RunAsync(Db, practices, law, Later(First, Today), Last, Cancel);
        var done = 0;
        foreach (var line in proposals.Where(p => p.Proposal.Chosen is not null))
        {
            Db.ChangeTracker.Clear();
            var input = new AssignInterpreterInput(line.Booking.Id, line.Proposal.Chosen!.Interpreter.Id, line.Proposal.RunnerUp?.Interpreter.Id);
            // Each is a change of its own: one that somebody else has taken meanwhile does not stop the others.
            if ((await assign.RunAsync(input, Reader, Audit("interpreters.assign") with { CommandId = null }, Cancel)).IsSuccess)
                done++;
        }

        Tell(Text.Count("interpreters.assigned-many", done));
        return Back();
    }

    private LocalRedirectResult Back() => LocalRedirect($"/interpreters?from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}");

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
