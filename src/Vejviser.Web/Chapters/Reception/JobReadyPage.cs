using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
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

    /// <summary>The board, and the week the newest version sets; null where the goal is no whole week.</summary>
    protected async Task<(JobReadyBoard Board, int? Week)> ReadAsync(JobReadyFilter filter)
    {
        var versions = await Db.PracticeVersions.AsNoTracking().Where(v => v.Practice == ReceptionPlan.Id).OrderBy(v => v.Number).Select(v => v.Id).ToListAsync(Cancel);
        await words.LoadAsync(versions, Cancel);
        var definitions = versions.Where(v => words.Definition(v) is not null).ToDictionary(v => v, v => words.Definition(v)!);
        var calendar = await law.CalendarAsync(Db, Cancel);
        var board = await ReadJobReady.RunAsync(Db, Reader, filter, definitions, calendar, Today, Clock.Now(), Cancel);
        var newest = versions.Count > 0 ? words.Definition(versions[^1]) : catalogue.Find(ReceptionPlan.Id);
        return (board, newest?.Goals.FirstOrDefault(g => g.Id == ReceptionPlan.JobReady)?.Due is DueRule.WholeWeek week ? week.Week.Value : null);
    }

    protected ListRead Shown(JobReadyBoard board) => new(
        [.. board.Households.Select(h => h.HouseholdId)], [.. board.Households.SelectMany(h => h.Adults).Select(a => a.Person.Id)], Query.Codes);
}
