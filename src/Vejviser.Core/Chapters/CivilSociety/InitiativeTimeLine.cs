using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>A line of the time line: what one practice or initiative does in one area.</summary>
/// <param name="Practice">Its id; null for an initiative.</param>
/// <param name="Initiative">Null for a practice.</param>
/// <param name="By">Groups and the weeks each has something in.</param>
public sealed record TimeLineEntry(string Area, string? Practice, Initiative? Initiative, IReadOnlyDictionary<NewcomerGroups, YearWeeks> By)
{
    public NewcomerGroups Groups => By.Keys.Aggregate(NewcomerGroups.None, (all, g) => all | g);

    /// <summary>The weeks of those groups of a set that it is for.</summary>
    public YearWeeks WeeksOf(NewcomerGroups groups) => By.Where(b => groups.HasFlag(b.Key)).Aggregate(YearWeeks.None, (all, b) => all | b.Value);
}

/// <summary>Weeks in a row in which a group is offered nothing.</summary>
/// <param name="People">So many of the group, among those the reader may see, have arrived so many weeks ago today.</param>
public sealed record TimeLineHole(NewcomerGroups Group, int From, int To, int People);

/// <param name="LeastHole">Fewer weeks in a row without anything are no hole.</param>
/// <param name="CountedAt">When the people in the holes were counted, UTC: at most a minute ago (ADR 0022).</param>
public sealed record TimeLineView(IReadOnlyList<TimeLineEntry> Entries, IReadOnlyList<TimeLineHole> Holes, int LeastHole, DateTime CountedAt);

/// <summary>
/// What newcomers are offered, municipal and voluntary, in the weeks from their arrival, drawn from the practices that are adopted and the initiatives that are
/// registered; and the weeks in which a group is offered nothing (Aalborg's bridge, the catalogue's page 27).
/// </summary>
public sealed class InitiativeTimeLine(EffectivePractices practices, PlanLaw law, DatabaseAddress address, TimeProvider clock)
{
    private const string Bridge = "community-bridge";
    private const string LeastHoleLimit = "gap-weeks";

    /// <summary>By the definition in force, which stays the same object until a version is published: its weeks are dear to find.</summary>
    private readonly ConditionalWeakTable<PracticeDefinition, Found> _found = [];

    private readonly SharedAnswers<(Guid? Reader, DateOnly Day), ArrivedPeople> _arrived = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    public async Task<TimeLineView> ReadAsync(VejviserDb db, Reader who, DateOnly today, CancellationToken cancel)
    {
        var adopted = await practices.AdoptedAsync(db, cancel);
        var arrival = today.Monday();
        var calendar = await law.CalendarAsync(db, cancel);
        var entries = new List<TimeLineEntry>();
        foreach (var practice in adopted.Values)
        {
            entries.AddRange(WeeksOf(practice, arrival, calendar).GroupBy(w => w.Key.Area)
                .Select(area => new TimeLineEntry(area.Key, practice.Id, null, area.ToDictionary(w => w.Key.Group, w => w.Value))));
        }

        foreach (var initiative in await db.Initiatives.AsNoTracking().Where(i => !i.IsEnded).ToListAsync(cancel))
            entries.Add(new TimeLineEntry(initiative.Area, null, initiative, WeeksOf(initiative)));
        var least = (adopted.GetValueOrDefault(Bridge) ?? practices.Catalogue.Find(Bridge))?.Limits.FirstOrDefault(l => l.Id == LeastHoleLimit)?.Value.Value ?? 1;
        var ordered = entries.OrderBy(e => PracticeDefinition.Chapters.Index().First(c => c.Item == e.Area).Index).ThenBy(e => e.WeeksOf(e.Groups).First)
            .ThenBy(e => e.Practice ?? e.Initiative!.Name, StringComparer.Ordinal).ToList();
        // Whoever may see all sees the same; anybody else counts alone.
        var arrived = await _arrived.ReadAsync((who.MayEverywhere(Permissions.PeopleAll) ? null : who.AccountId, today), () => ArrivedAsync(who, today), cancel);
        return new TimeLineView(ordered, Holes(ordered, least, arrived.People), least, arrived.At);
    }

    /// <summary>In the order of the groups, then of the weeks.</summary>
    internal static IReadOnlyList<TimeLineHole> Holes(IReadOnlyList<TimeLineEntry> entries, int least, IReadOnlyDictionary<(NewcomerGroups Group, int Week), int> people) =>
    [
        .. from @group in ModelNewcomers.Groups
           let offered = entries.Aggregate(YearWeeks.None, (all, e) => all | e.WeeksOf(@group))
           from span in (~offered).Spans()
           where span.To - span.From + 1 >= least
           select new TimeLineHole(@group, span.From, span.To, Enumerable.Range(span.From, span.To - span.From + 1).Sum(w => people.GetValueOrDefault((@group, w)))),
    ];

    private IReadOnlyDictionary<(string Area, NewcomerGroups Group), YearWeeks> WeeksOf(PracticeDefinition practice, DateOnly arrival, WorkdayCalendar calendar)
    {
        if (_found.TryGetValue(practice, out var known) && known.Arrival == arrival)
            return known.Weeks;
        var weeks = new PracticeWeeks(practice, arrival, calendar).Find();
        _found.AddOrUpdate(practice, new Found(arrival, weeks));
        return weeks;
    }

    private static Dictionary<NewcomerGroups, YearWeeks> WeeksOf(Initiative initiative)
    {
        var weeks = YearWeeks.Every(initiative.EveryWeeks, initiative.FromWeek, initiative.ToWeek ?? Initiative.Weeks);
        return ModelNewcomers.Groups.Where(g => initiative.Groups.HasFlag(g)).ToDictionary(g => g, _ => weeks);
    }

    private async Task<ArrivedPeople> ArrivedAsync(Reader who, DateOnly today)
    {
        await using var db = Databases.Open(address);
        var (since, now) = (today.AddDays(-7 * Initiative.Weeks + 1), clock.Now());
        var arrived = await db.Households.AsNoTracking().VisibleTo(db, who, now).Where(h => h.HasArrived && h.ArrivalDate >= since && h.ArrivalDate <= today)
            .Join(db.People.Where(p => p.MergedIntoId == null), h => h.Id, p => p.HouseholdId, (h, p) => new { h.ArrivalDate, p.BirthDate, p.BirthYear, p.IsUnaccompanied }).ToListAsync();
        return new ArrivedPeople(arrived.Where(p => p.BirthDate is not null || p.BirthYear is not null)
            .GroupBy(p => (ModelNewcomers.GroupOf(Age.On(today, p.BirthDate, p.BirthYear)!.Value, p.IsUnaccompanied), (today.DayNumber - p.ArrivalDate!.Value.DayNumber) / 7))
            .ToDictionary(g => g.Key, g => g.Count()), now);
    }

    /// <param name="People">Of a group, by the weeks since they arrived.</param>
    private sealed record ArrivedPeople(IReadOnlyDictionary<(NewcomerGroups Group, int Week), int> People, DateTime At);

    private sealed record Found(DateOnly Arrival, IReadOnlyDictionary<(string Area, NewcomerGroups Group), YearWeeks> Weeks);
}
