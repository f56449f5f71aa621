using System.Diagnostics;
using Vejviser.Bench.Seeding;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Bench.Figures;

/// <summary>
/// Who has not been offered a practice: of 100,000 people for one practice (the group and its first page; the slowest of all is the figure), and of
/// 20,000 people the counts of all practices. Each also for the first time in a process, when the queries are still to be compiled.
/// </summary>
internal static class OfferGroups
{
    private const int Many = 100_000;
    private const int Large = 20_000;
    private const int MostForOne = 1_000;
    private const int MostForAll = 2_000;

    /// <param name="make">Makes an empty database by name.</param>
    public static async Task<IEnumerable<Figure>> RunAsync(Func<string, Task<string>> make, Settings settings, bool isQuick)
    {
        var catalogue = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
        var (many, large) = (isQuick ? Many / 10 : Many, isQuick ? Large / 10 : Large);
        var (manyAt, largeAt) = (DatabaseAddress.Parse(await make("offers_many")), DatabaseAddress.Parse(await make("offers_large")));
        Console.WriteLine(await new OfferTown(many).SeedAsync(manyAt, catalogue));
        Console.WriteLine(await new OfferTown(large).SeedAsync(largeAt, catalogue));

        var all = await TimesAsync(settings.Rounds, () => CountAllAsync(largeAt, catalogue));
        var (id, one, rows) = await SlowestAsync(manyAt, catalogue, settings.Rounds);
        return
        [
            new Figure($"{catalogue.Practices.Count} practices, {large} people, first time", $"{all[0]:0} ms"),
            new Figure($"{catalogue.Practices.Count} practices, {large} people", $"{Median(all.Skip(1)):0} ms", $"< {MostForAll} ms", Median(all.Skip(1)) < MostForAll),
            new Figure($"One practice, {many} people, slowest: {id}", $"{one:0} ms ({rows} fit)", $"< {MostForOne} ms", one < MostForOne),
        ];
    }

    private static async Task<(string Practice, double Time, int Fits)> SlowestAsync(DatabaseAddress address, PracticeCatalogue catalogue, int rounds)
    {
        var times = new List<(string, double, int)>();
        foreach (var practice in catalogue.Practices)
        {
            var fits = 0;
            var each = await TimesAsync(rounds, async () => fits = await GroupAndPageAsync(address, practice));
            times.Add((practice.Id, Median(each.Skip(1)), fits));
        }

        foreach (var (practice, time, fits) in times.OrderByDescending(t => t.Item2).Take(5))
            Console.WriteLine($"  {practice,-40} {time,6:0} ms {fits,7} fit");
        return times.MaxBy(t => t.Item2);
    }

    /// <summary>As the page does it: the group in the order of names, and the first of them in full.</summary>
    private static async Task<int> GroupAndPageAsync(DatabaseAddress address, PracticeDefinition practice)
    {
        await using var db = Databases.Open(address);
        var now = BenchClock.Start.UtcDateTime;
        var members = await TargetGroup.MembersAsync(db, practice, Reader.System, null, BenchClock.Today, now, CancellationToken.None);
        Guid[] fits = [.. members.Where(m => m.IsSure).Select(m => m.Id)];
        await TargetGroup.TheseAsync(db, practice, Reader.System, [.. fits.Take(TargetFilter.PageSize)], new TargetFilter(), BenchClock.Today, now, CancellationToken.None);
        return fits.Length;
    }

    private static async Task CountAllAsync(DatabaseAddress address, PracticeCatalogue catalogue)
    {
        await using var db = Databases.Open(address);
        foreach (var practice in catalogue.Practices)
            await TargetGroup.CountAsync(db, practice, Reader.System, new TargetFilter(), BenchClock.Today, BenchClock.Start.UtcDateTime, CancellationToken.None);
    }

    /// <summary>The first is apart: it compiles.</summary>
    private static async Task<List<double>> TimesAsync(int rounds, Func<Task> run)
    {
        var times = new List<double>();
        for (var i = 0; i <= rounds; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static double Median(IEnumerable<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
