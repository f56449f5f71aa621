using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Insight.Outcomes;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A practice as the municipality runs it: what, for whom, who, when, what it comes to, and its versions.</summary>
public sealed class PracticeModel(EffectivePractices practices, PlanLaw law, ForWords forWords, LanguageNames languages, NewcomerTexts newcomerTexts, PairPractices pairs) : PracticePage(practices, law)
{
    private readonly EffectivePractices practices = practices;

    private IReadOnlyDictionary<string, PracticeDefinition> known = new Dictionary<string, PracticeDefinition>();

    public RoleFillers Fillers { get; private set; } = null!;

    /// <summary>Plans under way or on a pause, by version.</summary>
    public IReadOnlyDictionary<Guid, int> Running { get; private set; } = new Dictionary<Guid, int>();

    public int Waiting { get; private set; }

    /// <summary>Names of those who published or ticked.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<string, PracticeSetupTick> Ticks { get; private set; } = new Dictionary<string, PracticeSetupTick>();

    public IReadOnlyDictionary<string, MeasureResult> Results { get; private set; } = new Dictionary<string, MeasureResult>();

    /// <summary>What those in the practice answered, month by month.</summary>
    public IReadOnlyList<SurveyTrend> Trends { get; private set; } = [];

    /// <summary>A survey's question as those who are asked read it.</summary>
    public string Question(string question) => newcomerTexts.Get(Text.Language, $"survey.question.{question}");

    /// <summary>Where newcomers and volunteers are paired, in a practice that does.</summary>
    public string? PairsAddress => pairs.Find(Practice) is { } paired ? $"/pairs/{paired.Key}" : null;

    public bool MayAdapt => Reader.May(Permissions.PracticesAdapt);

    /// <summary>True for a practice the municipality wrote itself.</summary>
    public bool IsOwn => practices.Catalogue.Find(Practice) is null;

    public IReadOnlyList<string> ForWhom => forWords.Of(Definition.Offer.If, Definition, TitleOf);

    public IReadOnlyList<string> ForWhomIs(Step step) => forWords.Of(step.If, Definition, TitleOf);

    /// <summary>A role and who fills it here.</summary>
    public string Who(string role) => Fillers.Find(Practice, role) is { } filler
        ? Text["practices.role-filled", ("role", Texts.Roles[role]), ("names", filler.Names)]
        : Text["practices.role-empty", ("role", Texts.Roles[role])];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostTickAsync(string? item, bool done, [FromServices] TickSetup tick)
    {
        if (!MayAdapt)
            return Forbid();
        if (!await LoadAsync())
            return NotFound();
        var ticked = await tick.RunAsync(new TickSetupInput(Practice, item ?? "", done), Audit("practices.tick-setup"), Cancel);
        if (!ticked.IsSuccess)
        {
            TellFailure(ticked.Failure);
            return await ShowAsync();
        }

        Tell(Text[done ? "practices.setup.was-ticked" : "practices.setup.was-unticked"]);
        return LocalRedirect($"/practices/{Practice}#setup");
    }

    public string TitleOf(string other) => known.GetValueOrDefault(other)?.TextsIn(Text.Language).Title ?? other;

    /// <summary>The newcomer's texts in the order of the languages' codes, Danish and English first.</summary>
    public IEnumerable<(string Language, string Name, bool IsRightToLeft, CitizenTexts Texts)> Citizen => Definition.CitizenTexts
        .OrderBy(t => t.Key switch { "da" => 0, "en" => 1, _ => 2 }).ThenBy(t => t.Key, StringComparer.Ordinal)
        .Select(t => (t.Key, languages.All.FirstOrDefault(l => l.Code == t.Key)?.Native is { Length: > 0 } native ? native : languages.Name(t.Key, Text.Language),
            languages.All.Any(l => l.Code == t.Key && l.IsRightToLeft), t.Value));

    private async Task<IActionResult> ShowAsync()
    {
        known = (await practices.AllAsync(Db, Cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        Fillers = await RoleFillers.ReadAsync(Db, Cancel);
        var plans = await Db.Plans.AsNoTracking().Where(p => p.Practice == Practice && p.EndedAt == null).GroupBy(p => new { p.PracticeVersionId, IsWaiting = p.State == PlanState.Waiting })
            .Select(g => new { g.Key.PracticeVersionId, g.Key.IsWaiting, Count = g.Count() }).ToListAsync(Cancel);
        Running = plans.Where(p => !p.IsWaiting).ToDictionary(p => p.PracticeVersionId, p => p.Count);
        Waiting = plans.Where(p => p.IsWaiting).Sum(p => p.Count);
        Ticks = await Db.PracticeSetupTicks.AsNoTracking().Where(t => t.Practice == Practice).ToDictionaryAsync(t => t.Item, StringComparer.Ordinal, Cancel);
        Results = await Db.MeasureResults.AsNoTracking().Where(r => r.Practice == Practice).ToDictionaryAsync(r => r.Measure, StringComparer.Ordinal, Cancel);
        var trends = new List<SurveyTrend>();
        foreach (var survey in Definition.Surveys)
            trends.Add(await SurveyTrend.ReadAsync(Db, Practice, survey, Cancel));
        Trends = trends;
        var named = Versions.Select(v => v.PublishedBy).OfType<Guid>().Concat(Ticks.Values.Select(t => t.AccountId)).Distinct().ToList();
        Names = await Db.Users.AsNoTracking().Where(a => named.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.DisplayName, Cancel);
        AddCrumb(Texts.Title);
        return Page();
    }
}
