using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Agreements;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The framework agreements with associations.</summary>
public sealed class AgreementsModel : VejviserPage
{
    public bool MayEdit => Reader.May(Permissions.HousingEdit);

    public IReadOnlyList<AgreementStanding> Agreements { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var ids = await Db.HousingAgreements.OrderByDescending(a => a.To).Select(a => a.Id).Take(50).ToListAsync(Cancel);
        var found = new List<AgreementStanding>();
        foreach (var id in ids)
            found.Add((await AgreementStanding.ReadAsync(Db, id, Cancel))!);
        Agreements = found;
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.agreements"]);
    }
}
