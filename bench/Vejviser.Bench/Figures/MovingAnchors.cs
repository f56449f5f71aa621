using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vejviser.Bench.Seeding;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Bench.Figures;

/// <summary>
/// An arrival that moves by two weeks for a thousand plans of a hundred tasks: the product's use case (dates by the rules, plans,
/// households, an audit row for each plan) beside one UPDATE by hand of the same tasks. Each is taken back, untimed, before the next.
/// </summary>
internal static class MovingAnchors
{
    private const double MostTimes = 1.5;
    private const int Days = 14;

    public static async Task<IEnumerable<Figure>> RunAsync(string database, Settings settings)
    {
        var address = DatabaseAddress.Parse(database);
        await SeedMunicipality.RunAsync(address, Size.ToMove);
        await using var moving = await Moving.PrepareAsync(address);
        await moving.ByProductAsync(Days);
        await moving.ByProductAsync(0);
        var (product, hand) = (new List<double>(), new List<double>());
        for (var i = 0; i < settings.Rounds; i++)
        {
            product.Add(await moving.ByProductAsync(Days));
            await moving.RememberAsync();
            await moving.ByProductAsync(0);
            await moving.CleanAsync();
            hand.Add(await moving.ByHandAsync(Days));
            await moving.CompareAsync();
            await moving.ByHandAsync(-Days);
            await moving.CleanAsync();
        }

        var shares = product.Zip(hand, (p, h) => p / h).Order().ToList();
        var median = shares[shares.Count / 2];
        return
        [
            new Figure("Anchor of 1,000 plans, product", $"{Median(product):0} ms ({product.Min():0}–{product.Max():0}), {moving.Moved} tasks"),
            new Figure("Anchor of 1,000 plans, one UPDATE", $"{Median(hand):0} ms ({hand.Min():0}–{hand.Max():0}), {moving.MovedByHand} tasks, {moving.Alike:0.0%} to the same day"),
            new Figure("Anchor, product / one UPDATE", $"{median:0.00} ({shares[0]:0.00}–{shares[^1]:0.00})", $"≤ {MostTimes}", median <= MostTimes),
        ];
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>Both ways of moving, on one database.</summary>
    private sealed class Moving(DatabaseAddress address, MoveRules rules, List<(Guid Household, DateOnly Arrival)> households) : IAsyncDisposable
    {
        private readonly VejviserDb hand = Databases.Open(address);
        private Dictionary<Guid, DateOnly?> remembered = [];

        public int Moved { get; private set; }

        public int MovedByHand { get; private set; }

        /// <summary>The share of tasks that one UPDATE puts on the day the rules give: it knows no weekend and no holiday.</summary>
        public double Alike { get; private set; }

        public static async Task<Moving> PrepareAsync(DatabaseAddress address)
        {
            await using var db = Databases.Open(address);
            var households = await db.Households.OrderBy(h => h.Id).Select(h => new { h.Id, h.ArrivalDate }).ToListAsync();
            var moving = new Moving(address, MoveRules.Load(), [.. households.Select(h => (h.Id, h.ArrivalDate!.Value))]);
            await moving.hand.Database.OpenConnectionAsync();
            return moving;
        }

        public async Task<double> ByProductAsync(int days)
        {
            await using var db = Databases.Open(address);
            await db.Database.OpenConnectionAsync();
            var input = new MoveAnchorInput(new AnchorMove(PlanAnchors.Arrival, [.. households.Select(h => new HouseholdMove(h.Household, h.Arrival.AddDays(days)))]));
            var watch = Stopwatch.StartNew();
            var moved = await new MoveAnchor(db, rules.Practices, rules.Law).RunAsync(input, new AuditContext(null, "plans.move-anchor", BenchClock.Start.UtcDateTime));
            var took = watch.Elapsed.TotalMilliseconds;
            Moved = moved.Value.Tasks;
            return took;
        }

        public async Task<double> ByHandAsync(int days)
        {
            var due = address.IsPostgres ? "due + {0}" : "date(due, {0} || ' days')";
            var sql = $"UPDATE plan_task SET due = {due}, version = version + 1 WHERE state = 0 AND NOT is_pinned AND step IN ({rules.ArrivalSteps}) AND plan_id IN (SELECT id FROM plan WHERE ended_at IS NULL)";
            var watch = Stopwatch.StartNew();
            MovedByHand = await hand.Database.ExecuteSqlRawAsync(sql, days);
            return watch.Elapsed.TotalMilliseconds;
        }

        public async Task RememberAsync() => remembered = await hand.PlanTasks.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Due);

        public async Task CompareAsync()
        {
            var tasks = await hand.PlanTasks.AsNoTracking().Select(t => new { t.Id, t.Due }).ToListAsync();
            Alike = tasks.Count(t => remembered[t.Id] == t.Due) / (double)tasks.Count;
        }

        /// <summary>What a round leaves behind is not the next one's burden.</summary>
        public Task CleanAsync() => hand.Database.ExecuteSqlRawAsync(address.IsPostgres ? "VACUUM plan_task, plan, household, plan_anchor" : "PRAGMA wal_checkpoint(TRUNCATE)");

        public ValueTask DisposeAsync() => hand.DisposeAsync();
    }

    /// <summary>The rules that the product moves by, loaded as the server loads them: once.</summary>
    private sealed record MoveRules(EffectivePractices Practices, PlanLaw Law)
    {
        public string ArrivalSteps => string.Join(", ", Practices.Catalogue.Find("reception-plan")!.Steps.Where(s => s.Due.Anchor == PlanAnchors.Arrival).Select(s => $"'{s.Id}'"));

        public static MoveRules Load() => new(
            new EffectivePractices(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"))), PlanLaw.Of(LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"))));
    }
}
