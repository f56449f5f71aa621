using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Web.Engine.Plans;

/// <summary>One task: how it is done, when and why then, what it waits for, and everything that can be done with it.</summary>
public sealed partial class TaskModel(TaskWords words, ReadAudit reads, EvidenceRules rules) : TaskPage
{
    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    public TaskView View { get; private set; } = null!;

    /// <summary>The checklist's line just ticked in place: it keeps the focus.</summary>
    public string? Ticked { get; private set; }

    public TaskHead Head => View.Head;

    public TaskWords Words => words;

    public Step? Step => words.Step(Head.Name);

    public PracticeDefinition? Definition => words.Definition(Head.Name.PracticeVersionId);

    public EvidenceRules Rules => rules;

    /// <summary>The files that may be handed in, as a file field says it.</summary>
    public string Accept => string.Join(",", Rules.ContentTypes.Values.SelectMany(e => e));

    public bool IsLate => Head is { State: TaskState.Open, Due: { } due } && due < Today;

    public string? DueRule => Step is { } step ? TaskDueWords.Say(step.Due, Definition!, View.Anchors, Text) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is { } otherwise)
            return otherwise;
        return await ShowAsync();
    }

    public string TitleOf(TaskNeighbour task) => words.Title(Head.Name with { Step = task.Step, OwnTitle = task.OwnTitle });

    public string Say(TaskEvent happened) => TaskHistoryWords.Say(happened, Head.Name, words, Text);

    private async Task<IActionResult> ShowAsync()
    {
        View = await ReadTask.RunAsync(Db, Place, MaySeeNotes, Cancel);
        await words.LoadAsync([Head.Name.PracticeVersionId], Cancel);
        await reads.RecordAsync(Reader.AccountId, "tasks.read", [new AuditSubject(Place.PersonId, Place.HouseholdId, "plan-task", Id)], Cancel);
        AddCrumb(Text["work.title"], "/");
        AddCrumb(words.Title(Head.Name));
        return Page();
    }
}
