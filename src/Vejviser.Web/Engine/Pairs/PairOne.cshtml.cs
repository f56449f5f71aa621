using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Matching.Rules;

namespace Vejviser.Web.Engine.Pairs;

/// <summary>One pair: why they were proposed, both answers, the first meeting, the hours, and how it ends.</summary>
public sealed class PairOneModel(PairPractices all, EffectivePractices practices, PairWords words, AnswerPair answer, BeginPair begin, ClosePair close, ReadAudit reads) : PairsPage(all, practices, words)
{
    private readonly EffectivePractices practices = practices;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public PairLine Line { get; private set; } = null!;

    /// <summary>As the pair's own plan follows it.</summary>
    public PracticeDefinition Followed { get; private set; } = null!;

    public IReadOnlyList<VolunteerHours> Hours { get; private set; } = [];

    public IReadOnlyList<RuleScore> Parts { get; private set; } = [];

    public string? RunnerUp { get; private set; }

    public IReadOnlyList<PlanOutcome> Outcomes { get; private set; } = [];

    public string Name { get; private set; } = "";

    public bool IsVisible { get; private set; }

    /// <summary>False while the newcomer does not agree to volunteers: then no volunteer sees the pair.</summary>
    public bool IsSeenByVolunteer { get; private set; }

    public string? Note { get; private set; }

    public int Months => Followed.LimitOf(Practice.Months);

    public PracticeTexts Texts => Followed.TextsIn(Text.Language);

    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAnswerAsync(PairParty party, bool yes, string? note)
    {
        var said = await answer.RunAsync(new AnswerPairInput(Id, party, yes, note), Reader, Audit("pairs.answer"), Cancel);
        return await ToldAsync(said, said.IsSuccess ? Text[$"pairs.answer.told-{said.Value.ToString().ToLowerInvariant()}"] : "", $"{Address}/{Id}", ShowAsync);
    }

    public async Task<IActionResult> OnPostBeginAsync(DateOnly? day) =>
        await ToldAsync(await begin.RunAsync(Id, day, Reader, Audit("pairs.begin"), Cancel), Text["pairs.begin.told"], $"{Address}/{Id}", ShowAsync);

    public async Task<IActionResult> OnPostCloseAsync(Dictionary<string, bool?> outcome, string? note)
    {
        Note = note;
        var outcomes = outcome.Where(o => o.Value is not null).ToDictionary(o => o.Key, o => o.Value!.Value, StringComparer.Ordinal);
        return await ToldAsync(await close.RunAsync(new ClosePairInput(Id, outcomes, note), Reader, Audit("pairs.close"), Cancel), Text["pairs.close.told"], $"{Address}/{Id}", ShowAsync);
    }

    public async Task<IActionResult> OnPostBreakAsync(string? reason, string? note) =>
        await ToldAsync(await close.BreakOffAsync(Id, reason, note, Reader, Audit("pairs.break-off"), Cancel), Text["pairs.break.told"], $"{Address}/{Id}", ShowAsync);

    private async Task<IActionResult> ShowAsync()
    {
        if ((await PairList.ReadAsync(Db, Db.VolunteerPairs.Where(p => p.Id == Id && p.Practice == Practice.Id), Cancel)).SingleOrDefault() is not { } line)
            return NotFound();
        Line = line;
        Followed = await practices.OfAsync(Db, await Db.Plans.Where(p => p.Id == line.Pair.PlanId).Select(p => p.PracticeVersionId).SingleAsync(Cancel), Cancel);
        Hours = await Db.VolunteerHours.AsNoTracking().Where(h => h.PairId == Id).OrderByDescending(h => h.On).ThenByDescending(h => h.At).ToListAsync(Cancel);
        Parts = JsonSerializer.Deserialize<IReadOnlyList<RuleScore>>(line.Pair.Parts, Format) ?? [];
        RunnerUp = await Db.Volunteers.Where(v => v.Id == line.Pair.RunnerUpId).Select(v => v.Name).SingleOrDefaultAsync(Cancel);
        Outcomes = await Db.PlanOutcomes.AsNoTracking().Where(o => o.PlanId == line.Pair.PlanId).ToListAsync(Cancel);
        IsVisible = (await VisibleHouseholdsAsync([line.HouseholdId])).Count > 0;
        Name = IsVisible && Reader.MaySeeAddress(line.IsProtected) ? line.Name : line.Label;
        IsSeenByVolunteer = await PairSight.IsSeenAsync(Db, line.Pair, Today, Cancel);
        await reads.RecordAsync(Reader.AccountId, "pairs.pair.read", [new AuditSubject(line.PersonId, line.HouseholdId, "volunteer-pair", Id)], Cancel);
        AddCrumbs(Name);
        return Page();
    }
}
