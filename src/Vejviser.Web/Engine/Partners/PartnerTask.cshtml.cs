using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Partners;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Engine.Partners;

/// <summary>One task of the partner's: what is to be done, how, for whom and by when; and that it is done.</summary>
public sealed class PartnerTaskModel(CompletePartnerTask complete, TaskWords words, ReadAudit reads) : PartnerOwnPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public PartnerTask Task { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string? How { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? note)
    {
        var done = await complete.RunAsync(new CompleteTaskInput(Id, note), Reader, Audit("plans.complete-task"), Cancel);
        if (done.IsSuccess)
        {
            Tell(Text["handovers.finished"]);
            return LocalRedirect("/partner");
        }

        if (!await ReadAsync())
            return NotFound();
        TellFailure(done.Failure);
        return Page();
    }

    private async Task<bool> ReadAsync()
    {
        if (await PartnerTasks.FindAsync(Db, Partner, Id, Cancel) is not { } task)
            return false;
        Task = task;
        await words.LoadAsync([task.Line.VersionId], Cancel);
        (Title, How) = (WrittenCpr.Mask(words.Title(task.Line.Name)), words.How(task.Line.Name));
        await reads.RecordAsync(Reader.AccountId, "partner.task.read", [new AuditSubject(task.Line.PersonId, task.Line.HouseholdId, "plan-task", Id)], Cancel);
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Title);
        return true;
    }
}
