using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>The towns, who leads the activities there, and how many volunteers and newcomers each has.</summary>
public sealed class TownsModel(PairPractices all, EffectivePractices practices, PairWords words) : PairsPage(all, practices, words)
{
    public sealed record Line(Town Town, int Volunteers, int Seekers);

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int? Wanted => Practice.Towns is { } limit ? Policy[limit] : null;

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid? id, string? name, string? leader, string? phone) =>
        await ToldAsync(await ChangeTown.RunAsync(Db, new ChangeTown.Input(id, name, leader, phone), Reader, Audit("pairs.change-town"), Cancel), Text["pairs.towns.saved"], $"{Address}/towns", async () =>
        {
            await LoadAsync();
            return Page();
        });

    private async Task LoadAsync()
    {
        Lines = await Db.Towns.AsNoTracking().OrderBy(t => t.Name).Select(t => new Line(
            t, Db.Volunteers.Count(v => v.Practice == Practice.Id && !v.IsWithdrawn && v.Towns.Any(x => x.TownId == t.Id)), Db.PairWishes.Count(w => w.TownId == t.Id && Db.Plans.Any(p => p.Id == w.PlanId && p.Practice == Practice.Id && p.EndedAt == null))))
            .ToListAsync(Cancel);
        AddCrumbs(Text["pairs.tab.towns"]);
    }
}
