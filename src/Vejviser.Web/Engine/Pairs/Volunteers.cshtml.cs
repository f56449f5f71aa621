using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>A volunteer as the register lists them.</summary>
public sealed record VolunteerLine(Volunteer Volunteer, VolunteerFacts Facts, string Association, int Minutes);

/// <summary>The register of volunteers of one practice.</summary>
public sealed class VolunteersModel(PairPractices all, EffectivePractices practices, PairWords words) : PairsPage(all, practices, words)
{
    public IReadOnlyList<VolunteerLine> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Lines = await VolunteerForm.LinesAsync(Db, Practice, Policy, Db.Volunteers.Where(v => v.Practice == Practice.Id), Cancel);
        AddCrumbs(Text["pairs.tab.volunteers"]);
    }
}
