using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <param name="Turns">Had and ahead, without what counts from before.</param>
/// <param name="Minutes">Served in all.</param>
public sealed record GuideLine(Guide Guide, int Turns, int Served, int Minutes);

/// <summary>A meeting of the round at which guides are to be.</summary>
/// <param name="Minutes">As the practice says; null where it does not.</param>
/// <param name="Places">By number: the turn, or whose turn it would be, or neither where there are too few guides.</param>
public sealed record GuideMeeting(string Meeting, DateOnly Day, int? Minutes, IReadOnlyList<(int Number, GuideTurn? Turn, ProposedGuide? Proposed)> Places);

/// <param name="Definition">The adopted practice; null while it is not adopted.</param>
public sealed record GuideBoard(PracticeDefinition? Definition, IReadOnlyList<GuideLine> Guides, IReadOnlyList<GuideMeeting> Meetings)
{
    /// <summary>Places that have a proposal and no guide yet.</summary>
    public IReadOnlyList<ProposedGuide> Proposals => [.. Meetings.SelectMany(m => m.Places).Where(p => p.Turn is null).Select(p => p.Proposed).OfType<ProposedGuide>()];
}

/// <summary>The guides of <c>refugees-as-volunteers</c>, and the meetings of its rounds with whose turn it is.</summary>
public sealed class ReadGuides(EffectivePractices practices, PlanLaw law)
{
    public const string Practice = "refugees-as-volunteers";

    /// <summary>The practice's partner who sends the guides: meetings it takes part in have them.</summary>
    private const string GuidesOf = "city-guides";

    /// <param name="from">Both ends are included.</param>
    public async Task<GuideBoard> RunAsync(VejviserDb db, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var lines = await LinesAsync(db, cancel);
        if (await EffectivePractices.NewestAsync(db, Practice, cancel) is not { } adopted)
            return new GuideBoard(null, lines, []);
        var definition = await practices.OfAsync(db, adopted, cancel);
        var perMeeting = definition.LimitOf("guides-per-meeting");
        var meetings = MeetingPreview.Compute(definition, from, to, await law.CalendarAsync(db, cancel)).Where(m => m.Meeting.Partners.Contains(GuidesOf)).DistinctBy(m => (m.Meeting.Id, m.Date)).ToList();
        var turns = await db.GuideTurns.AsNoTracking().Where(t => t.Day >= from && t.Day <= to).ToListAsync(cancel);
        var taken = turns.ToDictionary(t => (t.Meeting, t.Day, t.Number));
        var free = meetings.SelectMany(m => Enumerable.Range(1, perMeeting).Select(n => new GuidePlace(m.Meeting.Id, m.Date, n))).Where(p => !taken.ContainsKey((p.Meeting, p.Day, p.Number)));
        var had = lines.Where(l => !l.Guide.IsClosed).ToDictionary(l => l.Guide.Id, l => l.Turns + l.Guide.TurnsBefore);
        var languages = await LanguagesAsync(db, cancel);
        var spoken = lines.ToDictionary(l => l.Guide.Id, l => l.Guide.Language);
        var proposed = GuideRota.Propose(had, free, turns.ToLookup(t => (t.Meeting, t.Day), t => t.GuideId), (guide, place) => spoken[guide] is { } language && languages[(place.Day.Year, place.Day.Month)].Contains(language))
            .ToDictionary(p => p.Place);
        return new GuideBoard(definition, lines,
        [
            .. meetings.Select(m => new GuideMeeting(m.Meeting.Id, m.Date, m.Meeting.Minutes?.Value,
                [.. Enumerable.Range(1, perMeeting).Select(n => (n, taken.GetValueOrDefault((m.Meeting.Id, m.Date, n)), proposed.GetValueOrDefault(new GuidePlace(m.Meeting.Id, m.Date, n))))])),
        ]);
    }

    public static async Task<IReadOnlyList<GuideLine>> LinesAsync(VejviserDb db, CancellationToken cancel) => await db.Guides.AsNoTracking().OrderBy(g => g.IsClosed).ThenBy(g => g.Name).ThenBy(g => g.Id)
        .Select(g => new GuideLine(g, db.GuideTurns.Count(t => t.GuideId == g.Id), db.GuideTurns.Count(t => t.GuideId == g.Id && t.Minutes > 0), db.GuideTurns.Where(t => t.GuideId == g.Id).Sum(t => t.Minutes ?? 0)))
        .ToListAsync(cancel);

    /// <summary>What the guests of a month's round speak: those in the practice whose tour is in it, and for the information meeting those of the month after.</summary>
    private static async Task<ILookup<(int Year, int Month), string>> LanguagesAsync(VejviserDb db, CancellationToken cancel)
    {
        var guests = await (from p in db.Plans.AsNoTracking()
                            where p.Practice == Practice && p.State == PlanState.Running
                            join a in db.PlanAnchors on p.Id equals a.PlanId
                            where a.Name == "tour-day"
                            join person in db.People on p.PersonId equals person.Id
                            where person.Language != null
                            select new { a.Date, person.Language }).ToListAsync(cancel);
        return guests.SelectMany(g => new[] { g.Date, g.Date.AddMonths(-1) }.Select(d => (Month: (d.Year, d.Month), g.Language))).ToLookup(g => g.Month, g => g.Language!);
    }
}
