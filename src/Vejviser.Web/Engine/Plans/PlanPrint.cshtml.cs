using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A plan on paper, A4: by phase, a box and room for initials at each line, the case's reference at the head and no name.</summary>
public sealed class PlanPrintModel(TaskWords words, ReadAudit reads) : VejviserPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public PlanSheet Sheet { get; private set; } = null!;

    public TaskWords Words => words;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadPlan.RunAsync(Db, Reader, Id, Clock.Now(), Cancel) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        await words.LoadAsync([sheet.Plan.VersionId], Cancel);
        await reads.HouseholdAsync(Reader.AccountId, "plans.print", sheet.HouseholdId, Cancel);
        return Page();
    }

    /// <summary>Whom a line is about, by given name; nothing for the household's own, nor where the name is protected from this reader.</summary>
    public string? About(TaskLine task) => task.PersonId is { } person && Reader.MaySeeAddress(Sheet.IsProtected) ? Sheet.GivenNames.GetValueOrDefault(person) : null;
}
