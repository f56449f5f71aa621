using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Engine.Plans;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>What the job-ready board and its export share: the address and the reading.</summary>
public abstract class JobReadyPage(TaskWords words, PracticeCatalogue catalogue, PlanLaw law) : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public JobReadyQuery Query { get; set; } = new();

    public TaskWords Words => words;

    /// <summary>What the goal is told by, and the week the newest version sets; null where the goal is no whole week.</summary>
    protected async Task<(JobReadyRules Rules, int? Week)> RulesAsync()
    {
        var versions = await Db.PracticeVersions.AsNoTracking().Where(v => v.Practice == ReceptionPlan.Id).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync(Cancel);
        await words.LoadAsync(versions, Cancel);
        var definitions = versions.Where(v => words.Definition(v) is not null).ToDictionary(v => v, v => words.Definition(v)!);
        var newest = versions.Count > 0 ? words.Definition(versions[^1]) : catalogue.Find(ReceptionPlan.Id);
        return (new(definitions, await law.CalendarAsync(Db, Cancel)), newest?.Goals.FirstOrDefault(g => g.Id == ReceptionPlan.JobReady)?.Due is DueRule.WholeWeek week ? week.Week.Value : null);
    }

    protected ListRead Shown(IReadOnlyList<JobReadyHousehold> households) => new(
        [.. households.Select(h => h.HouseholdId)], [.. households.SelectMany(h => h.Adults).Select(a => a.Person.Id)], Query.Codes);
}
