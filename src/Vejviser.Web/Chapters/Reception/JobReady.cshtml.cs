using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Engine.Plans;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>Job-ready by week 2: which adults are ready by the day the plan sets, and for the others the tasks that stop them.</summary>
public sealed class JobReadyModel(TaskWords words, PracticeCatalogue catalogue, PlanLaw law, JobReadyBoards boards, ReadAudit reads) : JobReadyPage(words, catalogue, law)
{
    /// <summary>So many of the tasks that stop an adult stand on the board; the rest are on the household's page.</summary>
    public const int StopsShown = 3;

    public JobReadyBoard Board { get; private set; } = null!;

    public bool HasNext => Query.PageNumber * JobReadyBoards.PageSize < Board.Count.Households.Count;

    /// <summary>The week the newest version sets, for the page's heading; null where the catalogue has no such practice.</summary>
    public int? GoalWeek { get; private set; }

    public async Task OnGetAsync()
    {
        (var rules, GoalWeek) = await RulesAsync();
        Board = await boards.ReadAsync(Db, Reader, Query.ToFilter(), Query.PageNumber, rules, StopsShown, Cancel);
        await reads.ListAsync(Reader.AccountId, "job-ready.read", Shown(Board.Households), Cancel);
    }

    public string NameOf(JobReadyHousehold row) => Reader.MaySeeAddress(row.IsProtected) ? row.Name : row.Reference ?? Text["plan.protected"];

    public string NameOf(PlannedPerson person) => Reader.MaySeeAddress(person.IsProtected) ? person.Name : Text["plan.protected"];
}
