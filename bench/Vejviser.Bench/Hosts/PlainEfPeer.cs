using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Bench.Hosts;

/// <summary>The page as it is mostly written: LINQ over tracked entities, a query for each thing shown, and SaveChanges for the audit.</summary>
internal static class PlainEfPeer
{
    public static WebApplication Build(DatabaseAddress address, string[] urls)
    {
        var builder = WebApplication.CreateSlimBuilder(urls);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDbContextPool<PlainDb>(o =>
        {
            o.UseSnakeCaseNamingConvention();
            if (address.IsPostgres)
                o.UseNpgsql(address.ConnectionString);
            else
                o.UseSqlite(address.ConnectionString);
        });
        var app = builder.Build();
        var (titles, clock) = (BarePeer.Titles(), new BenchClock());
        app.MapGet("/", async (HttpContext http, PlainDb db, Guid who) =>
        {
            await PermissionsAsync(db, who);
            var tasks = await db.Set<PlanTask>().Include(t => t.Blocks).Where(t => t.State == TaskState.Open && t.OwnerAccountId == who)
                .OrderBy(t => t.Due == null).ThenBy(t => t.Due).ThenBy(t => t.Id).Take(WorkSql.PageSize).ToListAsync();
            var rows = await RowsAsync(db, tasks, titles);
            var counts = await CountsAsync(db, who);
            var teams = await db.Set<UnitMember>().Where(m => m.AccountId == who).Join(db.Set<Unit>(), m => m.UnitId, u => u.Id, (_, u) => u).OrderBy(u => u.Name).ToListAsync();
            db.Add(new PeerAudit { At = clock.GetUtcNow().UtcDateTime, ActorId = who, Action = "work.read", Entity = "list", Details = new ListRead([.. rows.Select(r => r.HouseholdId).Distinct()]).ToJson() });
            await db.SaveChangesAsync();
            await BarePeer.AnswerAsync(http, BarePage.Write(Shell.Text, rows, counts, teams.Select(t => t.Name), BenchClock.Today));
        });
        return app;
    }

    private static async Task PermissionsAsync(PlainDb db, Guid who)
    {
        var account = await db.Set<Account>().SingleAsync(a => a.Id == who && !a.IsClosed);
        var roles = await db.Set<RoleAssignment>().Where(a => a.AccountId == account.Id).Select(a => a.RoleId).ToListAsync();
        var permissions = await db.Set<Role>().Include(r => r.Permissions).Where(r => roles.Contains(r.Id)).ToListAsync();
        if (!permissions.Exists(r => r.Permissions.Exists(p => p.Permission == Permissions.Work)))
            throw new InvalidOperationException("No permission.");
    }

    private static async Task<List<BareRow>> RowsAsync(PlainDb db, List<PlanTask> tasks, Dictionary<string, string> titles)
    {
        var households = tasks.Select(t => t.HouseholdId).ToHashSet();
        var people = tasks.Select(t => t.PersonId).OfType<Guid>().ToHashSet();
        var householdById = await db.Set<Household>().Where(h => households.Contains(h.Id)).ToDictionaryAsync(h => h.Id);
        var personById = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var workers = householdById.Values.Select(h => h.CaseWorkerId).OfType<Guid>().ToHashSet();
        var workerById = await db.Set<Account>().Where(a => workers.Contains(a.Id)).ToDictionaryAsync(a => a.Id);
        return
        [
            .. from t in tasks
               let h = householdById[t.HouseholdId]
               let p = t.PersonId is { } id ? personById[id] : null
               select new BareRow(
                   t.Id, t.Version, titles.GetValueOrDefault(t.Step) ?? "", t.Area, t.Due, h.Id, h.Name, h.Reference, p is null ? null : $"{p.GivenName} {p.FamilyName}",
                   h.CaseWorkerId is { } worker ? workerById[worker].DisplayName : null, [.. t.Blocks.Select(b => b.Goal)]),
        ];
    }

    private static async Task<int[]> CountsAsync(PlainDb db, Guid who)
    {
        var (today, week) = (BenchClock.Today, WorkDays.WeekEnd(BenchClock.Today));
        var mine = db.Set<PlanTask>().Where(t => t.State == TaskState.Open && t.OwnerAccountId == who);
        return
        [
            await mine.CountAsync(t => t.Due < today), await mine.CountAsync(t => t.Due == today), await mine.CountAsync(t => t.Due > today && t.Due <= week),
            await mine.CountAsync(t => t.Due > week), await mine.CountAsync(t => t.Due == null),
        ];
    }
}
