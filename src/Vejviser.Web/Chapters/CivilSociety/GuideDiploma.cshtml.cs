using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.CivilSociety;

/// <summary>A guide's diploma with the hours served, for the printer.</summary>
public sealed class GuideDiplomaModel(EffectivePractices practices) : VejviserPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Guide Guide { get; private set; } = null!;

    public string Municipality { get; private set; } = "";

    public int Minutes { get; private set; }

    public DateOnly First { get; private set; }

    public DateOnly Last { get; private set; }

    /// <summary>How often, by what the meeting is called.</summary>
    public IReadOnlyList<(string Meeting, int Times)> Served { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await Db.Guides.AsNoTracking().SingleOrDefaultAsync(g => g.Id == Id, Cancel) is not { } guide)
            return NotFound();
        var turns = await Db.GuideTurns.AsNoTracking().Where(t => t.GuideId == Id && t.Minutes > 0).OrderBy(t => t.Day).ToListAsync(Cancel);
        if (turns.Count == 0)
            return NotFound();
        Guide = guide;
        Municipality = await Db.Municipalities.Select(m => m.Name).FirstOrDefaultAsync(Cancel) ?? "";
        (Minutes, First, Last) = (turns.Sum(t => t.Minutes!.Value), turns[0].Day, turns[^1].Day);
        var titles = (await practices.InUseAsync(Db, ReadGuides.Practice, Cancel))!.TextsIn(Text.Language).Meetings;
        Served = [.. turns.GroupBy(t => t.Meeting).Select(g => (titles.TryGetValue(g.Key, out var texts) ? texts.Title : g.Key, g.Count()))];
        AddCrumb(Text["guides.title"], "/guides");
        AddCrumb(Text["guides.diploma"]);
        return Page();
    }
}
