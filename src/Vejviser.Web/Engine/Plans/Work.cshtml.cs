using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>My work: what is late, today, this week, later and waiting for a date; own tasks, or those of a team of mine.</summary>
public sealed class WorkModel(TaskWords words, ReadAudit reads, IEnumerable<IOwedAnswers> owed) : VejviserPage
{
    [BindProperty(SupportsGet = true)]
    public WorkQuery Query { get; set; } = new();

    public WorkPage List { get; private set; } = null!;

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    /// <summary>The task just finished without JavaScript: the message offers to undo it.</summary>
    public string? Finished { get; private set; }

    public string? FinishedTitle { get; private set; }

    public TaskWords Words => words;

    /// <summary>Times somebody outside the team opened one of the reader's own people, not yet acknowledged.</summary>
    public int OpenedOutside { get; private set; }

    /// <summary>The reader's own offers to follow up today.</summary>
    public int OffersDue { get; private set; }

    /// <summary>Answers the reader owes somebody outside the town hall.</summary>
    public IReadOnlyList<OwedAnswers> Owed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (WorkList.PageOf(Reader, Query.ToFilter(), Today) is not { } page)
            return Forbid();
        var (offers, opened, own) = (OffersDueCount.Of(Reader, Today), BreakGlassesToSee.CountOf(Reader), EffectivePractices.NewestOwn());
        var answers = owed.Select(kind => kind.Of(Reader, Clock.Now())).OfType<PreparedQuestion<IReadOnlyList<OwedAnswers>>>().ToList();
        await Prepared.AskAsync([page, offers, opened, own, .. answers], Cancel);
        List = page.Answer;
        await words.LoadAsync(List.Rows.Select(r => r.Name.PracticeVersionId), Cancel, own.Answer);
        Lines = [.. List.Rows.Select(Line)];
        (OffersDue, OpenedOutside, Owed) = (offers.Answer, opened.Answer, [.. answers.SelectMany(a => a.Answer)]);
        await reads.ListAsync(Reader.AccountId, "work.read", new ListRead([.. List.Rows.Select(r => r.HouseholdId).Distinct()], null, Query.Codes), Cancel);
        if (TempData["finished"] is string key && Guid.TryParse(key.Split(':')[0], out var task))
            (Finished, FinishedTitle) = (key, await TitleAsync(task));
        return Page();
    }

    private async Task<string?> TitleAsync(Guid task)
    {
        if (await ReadTask.NameAsync(Db, task, Cancel) is not { } name)
            return null;
        await words.LoadAsync([name.PracticeVersionId], Cancel);
        return words.Title(name);
    }

    private WorkLine Line(WorkRow row) => WorkLine.Of(row, words, Text, Today, Reader, Query);
}
