using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Web.Engine.Partners;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>The association's own volunteers, practice by practice.</summary>
public sealed class PartnerVolunteersModel(PairPractices all, EffectivePractices practices, PairWords words) : PartnerOwnPage
{
    public PairWords Words => words;

    public IReadOnlyList<(PairPractice Practice, string Title, IReadOnlyList<VolunteerLine> Lines)> Groups { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var adopted = await practices.AdoptedAsync(Db, Cancel);
        var groups = new List<(PairPractice, string, IReadOnlyList<VolunteerLine>)>();
        foreach (var practice in all.All)
        {
            var own = Db.Volunteers.Where(v => v.PartnerId == Partner && v.Practice == practice.Id);
            if (!adopted.ContainsKey(practice.Id) && !await own.AnyAsync(Cancel))
                continue;
            var definition = (await practices.InUseAsync(Db, practice.Id, Cancel))!;
            groups.Add((practice, definition.TextsIn(Text.Language).Title, await VolunteerForm.LinesAsync(Db, practice, PairPolicy.Of(definition), own, Cancel)));
        }

        Groups = groups;
        AddCrumb(Text["partner.title"], "/partner");
        AddCrumb(Text["pairs.partner.volunteers"]);
    }
}
