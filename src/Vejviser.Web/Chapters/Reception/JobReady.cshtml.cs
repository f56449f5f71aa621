using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Engine.Plans;
using Vejviser.Web.Engine.Plans;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>Job-ready by week 2: which adults are ready by the day the plan sets, and for the others the tasks that stop them.</summary>
public sealed class JobReadyModel(TaskWords words, PracticeCatalogue catalogue, PlanLaw law, ReadAudit reads) : JobReadyPage(words, catalogue, law)
{
    /// <summary>So many of the tasks that stop an adult stand open on the board; the rest unfold.</summary>
    public const int StopsShown = 4;

    public JobReadyBoard Board { get; private set; } = null!;

    public IReadOnlyList<(Guid Id, string Name)> CaseWorkers => Board.CaseWorkers;

    public bool HasNext => Query.PageNumber * Query.ToFilter().PageSize < Board.Total;

    /// <summary>The week the newest version sets, for the page's heading; null where the catalogue has no such practice.</summary>
    public int? GoalWeek { get; private set; }

    public async Task OnGetAsync()
    {
        (Board, GoalWeek) = await ReadAsync(Query.ToFilter());
        await reads.ListAsync(Reader.AccountId, "job-ready.read", Shown(Board), Cancel);
    }

    public string NameOf(JobReadyHousehold row) => Reader.MaySeeAddress(row.IsProtected) ? row.Name : row.Reference ?? Text["plan.protected"];

    public string NameOf(PlannedPerson person) => Reader.MaySeeAddress(person.IsProtected) ? person.Name : Text["plan.protected"];
}
