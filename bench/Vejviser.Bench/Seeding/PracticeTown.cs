using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Bench.Seeding;

/// <summary>
/// All practices running in a municipality that has its people and their reception plans: plans with tasks by the product's own builder, some
/// resting, in line or ended, consents and offers.
/// </summary>
internal sealed class PracticeTown
{
    /// <summary>Of those a practice is for, so many take part or did.</summary>
    private const double Taking = 0.06;

    private const double Offered = 0.1;

    private readonly DateTime now = BenchClock.Start.UtcDateTime;
    private readonly List<BuiltPlan> built = [];
    private readonly List<Plan> waiting = [];
    private readonly Dictionary<string, int> seats = [];
    private ulong place;

    /// <returns>What was made, in words.</returns>
    public async Task<string> SeedAsync(DatabaseAddress address)
    {
        var watch = Stopwatch.StartNew();
        await using var db = Databases.Open(address);
        var practices = new EffectivePractices(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));
        var law = PlanLaw.Of(LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")));
        var others = practices.Catalogue.Practices.Where(p => p.Id != "reception-plan").ToList();
        await AdoptAsync(db, others);
        var homes = await db.Households.AsNoTracking().OrderBy(h => h.Id).ToListAsync();
        var members = (await db.People.AsNoTracking().OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.HouseholdId);
        foreach (var practice in others)
        {
            var builder = (await PlanBuilder.LoadAsync(db, practices, law, practice.Id))!;
            foreach (var home in homes)
                Fill(builder, home, [.. members[home.Id]]);
        }

        var by = await db.Users.OrderBy(a => a.Id).Select(a => a.Id).FirstAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000" : "SET session_replication_role = replica; SET synchronous_commit = off");
        await Bulk.InsertAsync(db, built.Select(b => b.Plan).Concat(waiting));
        await Bulk.InsertAsync(db, built.Select(b => b.Plan).Concat(waiting).SelectMany(p => p.Anchors));
        var tasks = await Bulk.InsertAsync(db, built.SelectMany(b => b.Tasks));
        await Bulk.InsertAsync(db, built.SelectMany(b => b.Tasks).SelectMany(t => t.Blocks));
        var known = (await db.HouseholdAccesses.AsNoTracking().Where(a => a.UnitId != null).Select(a => new { a.HouseholdId, a.UnitId }).ToListAsync()).Select(a => (a.HouseholdId, a.UnitId)).ToHashSet();
        await Bulk.InsertAsync(db, built.SelectMany(b => b.Access).Where(a => known.Add((a.HouseholdId, a.UnitId))));
        await Bulk.InsertAsync(db, members.SelectMany(h => h).SelectMany(p => Purposes(others).Where(_ => Share() < 0.4).Select(u => new Consent { PersonId = p.Id, Purpose = u, GivenOn = BenchClock.Today, RegisteredBy = by })));
        var offers = await Bulk.InsertAsync(db, others.SelectMany(practice => homes.SelectMany(h => For(practice, members[h.Id]).Where(_ => Share() < Offered)
            .Select(person => new Offer { Practice = practice.Id, HouseholdId = h.Id, PersonId = person, OfferedOn = BenchClock.Today, OfferedBy = h.CaseWorkerId ?? by, Answer = Share() < 0.5 ? OfferAnswer.No : OfferAnswer.None }))));
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
        return $"{others.Count + 1} practices running, {built.Count + waiting.Count} plans more with {tasks} tasks, {offers} offers, {watch.Elapsed.TotalSeconds:0} s";
    }

    private static IEnumerable<string> Purposes(IEnumerable<PracticeDefinition> practices) => practices.Select(p => p.Offer.Consent).OfType<string>().Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<Guid?> For(PracticeDefinition practice, IEnumerable<Person> people) => practice.For == PracticeFor.Household ? [null] : people.Select(p => (Guid?)p.Id);

    private async Task AdoptAsync(VejviserDb db, List<PracticeDefinition> practices)
    {
        db.PracticeVersions.AddRange(practices.Select(p => new PracticeVersion { Practice = p.Id, Number = 1, Changes = new PracticeChanges { CatalogueVersion = p.Version }.ToJson(), PublishedAt = now }));
        var units = await db.Units.Where(u => u.ParentId != null).OrderBy(u => u.Id).Select(u => u.Id).ToListAsync();
        foreach (var (n, role) in practices.SelectMany(p => p.Roles).Distinct().Order(StringComparer.Ordinal).Index())
            db.PracticeRoles.Add(new PracticeRole { Practice = PracticeRole.Everywhere, Role = role, UnitId = units[n % units.Count] });
        await db.SaveAsync(new AuditContext(null, "bench.seed", now), new AuditSubject(Entity: "municipality"));
    }

    private void Fill(PlanBuilder builder, Household home, List<Person> people)
    {
        foreach (var person in For(builder.Definition, people).Where(_ => Share() < Taking))
        {
            var began = BenchClock.Today.AddDays(Pick(400) - 390);
            var start = new PlanStart(person) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = began, [Anchor.Offered] = began.AddDays(-14) } };
            var at = DateTime.SpecifyKind(began.ToDateTime(new TimeOnly(9, 0)), DateTimeKind.Utc);
            if (Share() < 0.03)
            {
                waiting.Add(builder.Wait(home, start, at));
                continue;
            }

            var plan = builder.Build(home, people, start, at);
            Settle(plan, builder.Definition);
            built.Add(plan);
        }
    }

    /// <summary>What is past is done; one plan in four has ended, one in twenty rests.</summary>
    private void Settle(BuiltPlan built, PracticeDefinition definition)
    {
        var (plan, fate) = (built.Plan, Share());
        var isOver = fate < 0.25;
        foreach (var task in built.Tasks.Where(t => isOver || (t.Due < BenchClock.Today && Share() < 0.95)))
            (task.State, task.ClosedAt) = (TaskState.Done, now);
        if (isOver)
        {
            (plan.State, plan.EndedAt) = (fate < 0.18 ? PlanState.Completed : PlanState.BrokenOff, now.AddDays(-Pick(200)));
            plan.EndReason = plan.State == PlanState.BrokenOff ? definition.Ending.BrokenOff[Pick(definition.Ending.BrokenOff.Count)] : null;
            return;
        }

        if (definition.Capacity is { Per: CapacityPer.Municipality })
            plan.Seat = seats[definition.Id] = seats.GetValueOrDefault(definition.Id) + 1;
        if (fate < 0.3)
        {
            (plan.State, plan.PausedOn) = (PlanState.Paused, BenchClock.Today.AddDays(-Pick(60)));
            foreach (var task in built.Tasks.Where(t => t.State == TaskState.Open))
                task.State = TaskState.Resting;
        }
    }

    private double Share() => Numbers.Share(81, place++);

    private int Pick(int below) => Numbers.Pick(82, place++, below);
}
