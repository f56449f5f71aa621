using System.Globalization;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Reception;

/// <summary>What the board counts, in people, over all its pages.</summary>
/// <param name="Households">In the board's order.</param>
/// <param name="CaseWorkers">By name.</param>
/// <param name="At">UTC; shown beside the numbers.</param>
public sealed record JobReadyCount(
    IReadOnlyList<Guid> Households, IReadOnlyList<(Guid Id, string Name)> CaseWorkers, IReadOnlyList<Stopper> Stoppers, int Adults, int Ready, int StoppedLate, DateTime At)
{
    public static JobReadyCount Of(IReadOnlyList<JobReadyHousehold> near, bool onlyStopped, DateOnly today, DateTime at)
    {
        var adults = near.SelectMany(h => h.Adults).ToList();
        var stoppers = adults.SelectMany(a => a.Stops.Select(t => (a.Person, Task: t))).GroupBy(s => (s.Task.Practice, s.Task.Step, s.Task.OwnTitle))
            .Select(g => new Stopper(
                g.First().Task, g.Select(s => s.Person.Id).Distinct().Count(), g.Where(s => s.Task.IsLateOn(today)).Select(s => s.Person.Id).Distinct().Count()))
            .OrderByDescending(s => s.Late).ThenByDescending(s => s.People).ThenBy(s => s.Example.Order).ToList();
        var caseWorkers = near.Where(h => h is { CaseWorkerId: not null, CaseWorker: not null }).Select(h => (h.CaseWorkerId!.Value, h.CaseWorker!)).Distinct()
            .OrderBy(c => c.Item2, StringComparer.CurrentCulture);
        return new(
            [.. JobReadyBoards.Shown(near, onlyStopped).Select(h => h.HouseholdId)], [.. caseWorkers], stoppers,
            adults.Count, adults.Count(a => a.IsReady), adults.Count(a => a.Stops.Any(t => t.IsLateOn(today))), at);
    }
}

/// <summary>A page of the board, and the whole board's figures.</summary>
public sealed record JobReadyBoard(IReadOnlyList<JobReadyHousehold> Households, JobReadyCount Count);

/// <summary>
/// The board page by page. Its figures and its order are shared by those who look within the same short while, at most half a minute (ADR 0022); the households on the page
/// are read anew.
/// </summary>
public sealed class JobReadyBoards(DatabaseAddress address, TimeProvider clock)
{
    public const int PageSize = 25;

    private readonly SharedAnswers<(Guid? Reader, string Culture, JobReadyFilter Filter), JobReadyCount> counts = new(Sharing.Standing, clock, Sharing.TimesItsCost, Sharing.Patience);

    /// <param name="page">From 1.</param>
    /// <param name="named">So many of the tasks that stop an adult carry their owner's name.</param>
    public async Task<JobReadyBoard> ReadAsync(VejviserDb db, Reader who, JobReadyFilter filter, int page, JobReadyRules rules, int named, CancellationToken cancel)
    {
        // Whoever may see all sees the same; anybody else counts alone.
        var reader = who.MayEverywhere(Permissions.PeopleAll) ? (Guid?)null : who.AccountId;
        var count = await counts.ReadAsync((reader, CultureInfo.CurrentCulture.Name, filter), () => CountAsync(who, filter, rules), cancel);
        var ids = count.Households.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        return new(Shown(await ReadJobReady.TheseAsync(db, who, ids, rules, clock.Now(), named, cancel), filter.OnlyStopped), count);
    }

    /// <summary>By goal, then name; without who is ready where only the stopped are asked for.</summary>
    public static IReadOnlyList<JobReadyHousehold> Shown(IEnumerable<JobReadyHousehold> households, bool onlyStopped) =>
    [
        .. households.Select(h => onlyStopped ? h with { Adults = [.. h.Adults.Where(a => !a.IsReady)] } : h).Where(h => h.Adults.Count > 0)
            .OrderBy(h => h.Goal).ThenBy(h => h.Name, StringComparer.CurrentCulture).ThenBy(h => h.HouseholdId),
    ];

    private async Task<JobReadyCount> CountAsync(Reader who, JobReadyFilter filter, JobReadyRules rules)
    {
        await using var db = Databases.Open(address);
        var now = clock.Now();
        var near = await ReadJobReady.NearAsync(db, who, filter, rules, clock.Today(), now, named: 0, CancellationToken.None);
        return JobReadyCount.Of(near, filter.OnlyStopped, clock.Today(), now);
    }
}
