using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Insight;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Insight;

/// <summary>The late tasks behind a number of the managers' page: <c>?team=</c> an id or <c>none</c>, <c>?employee=</c>, <c>?practice=…&amp;step=…</c>.</summary>
public sealed class ManagersLateModel(TaskWords words, ReadAudit reads) : VejviserPage
{
    private const string NoTeam = "none";

    [BindProperty(SupportsGet = true, Name = "team")]
    public string? Team { get; set; }

    [BindProperty(SupportsGet = true, Name = "employee")]
    public Guid? Employee { get; set; }

    [BindProperty(SupportsGet = true, Name = "practice")]
    public string? Practice { get; set; }

    [BindProperty(SupportsGet = true, Name = "step")]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public LatePage Late { get; private set; } = null!;

    /// <summary>What the list is narrowed to, in words.</summary>
    public string Narrowed { get; private set; } = "";

    public TaskWords Words => words;

    public async Task<IActionResult> OnGetAsync()
    {
        Late = await LateList.ReadAsync(Db, Reader, Filter(), Clock.Now(), Today, LateList.PageSize, Cancel);
        await words.LoadAsync(Late.Rows.Select(r => r.Name.PracticeVersionId), Cancel);
        Narrowed = await NarrowedAsync();
        await reads.ListAsync(Reader.AccountId, "managers.read", new ListRead([.. Late.Rows.Select(r => r.HouseholdId).Distinct()], null, "late"), Cancel);
        AddCrumb(Text["managers.title"], "/managers");
        AddCrumb(Text["managers.late"]);
        return Page();
    }

    public string NextLink => $"/managers/late?{string.Join('&', new[] { ("team", Team), ("employee", Employee?.ToString()), ("practice", Practice), ("step", Step), ("after", Late.Next?.ToString()) }
        .Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"))}";

    private LateFilter Filter() => new(
        Guid.TryParse(Team, out var team) ? team : null, Employee, Practice, Step, Team == NoTeam, WorkCursor.Parse(After));

    private async Task<string> NarrowedAsync()
    {
        if (Team == NoTeam)
            return Text["managers.team.none"];
        if (Guid.TryParse(Team, out var team))
            return await Db.Units.AsNoTracking().Where(u => u.Id == team).Select(u => u.Name).SingleOrDefaultAsync(Cancel) ?? "";
        if (Employee is { } employee)
            return await Db.Users.AsNoTracking().Where(a => a.Id == employee).Select(a => a.DisplayName).SingleOrDefaultAsync(Cancel) ?? "";
        return Practice is not null && Step is not null ? ManagersWords.TitleOf(new LateStep(Practice, Step, 0, Today), words, Text, Today) : "";
    }
}
