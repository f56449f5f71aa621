using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>The pairs of a practice: who is asked and has not answered, who is agreed, which are to be closed, and what came of the others.</summary>
public sealed class PairsListModel(PairPractices all, EffectivePractices practices, PairWords words, ReadAudit reads) : PairsPage(all, practices, words)
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public IReadOnlyList<PairLine> Pairs { get; private set; } = [];

    public int Months => Definition.LimitOf(Practice.Months);

    private IReadOnlySet<Guid> visible = new HashSet<Guid>();

    public string NameOf(PairLine line) => visible.Contains(line.HouseholdId) && Reader.MaySeeAddress(line.IsProtected) ? line.Name : line.Label;

    public async Task OnGetAsync()
    {
        var all = Db.VolunteerPairs.Where(p => p.Practice == Practice.Id);
        Pairs = await PairList.ReadAsync(Db, Show == "all" ? all : all.Where(p => p.HeldPlanId != null), Cancel);
        visible = await VisibleHouseholdsAsync(Pairs.Select(p => p.HouseholdId));
        await reads.ListAsync(Reader.AccountId, "pairs.list.read", new ListRead([.. Pairs.Select(p => p.HouseholdId)], [.. Pairs.Select(p => p.PersonId).OfType<Guid>()], Show), Cancel);
        AddCrumbs(Text["pairs.tab.list"]);
    }
}
