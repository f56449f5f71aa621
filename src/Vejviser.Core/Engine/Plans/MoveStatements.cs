using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Plans;

/// <summary>
/// The statements of an anchor's move: one each for tasks, plans, anchors and households, however many there are. The rows travel as
/// one JSON parameter, so that a thousand plans are one statement in both databases.
/// </summary>
internal sealed class MoveStatements(VejviserDb db, CancellationToken cancel)
{
    /// <summary>A move of a hundred thousand tasks on a busy disk is slow, and right: it is not broken off as a lost query would be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private const string UsualRoom = "PRAGMA cache_size = -2000";
    private const string RoomOfMove = "PRAGMA cache_size = -65536";

    private readonly bool isPostgres = db is PostgresDb;

    /// <summary>
    /// Until disposed, SQLite keeps more of the file in memory on this connection: with its usual two megabytes it writes out, and reads again, the same pages of the indexes on due days over and over. Nothing on PostgreSQL, whose
    /// memory is the server's.
    /// </summary>
    public async Task<IAsyncDisposable> WithRoomAsync()
    {
        if (!isPostgres)
            await db.Database.ExecuteSqlRawAsync(RoomOfMove, cancel);
        return new Room(isPostgres ? null : db);
    }

    /// <summary>Holds the plans of these households against others until the transaction ends; in SQLite, the whole database's writers.</summary>
    public Task LockAsync(IEnumerable<Guid> households) => RunAsync(
        $"UPDATE plan SET version = plan.version FROM {Rows(0, "r", ("id", "uuid"))} WHERE plan.household_id = r.id AND plan.ended_at IS NULL",
        households.Select(h => new { id = Text(h) }));

    /// <summary>As <see cref="LockAsync"/>, for one plan.</summary>
    public Task LockPlanAsync(Guid plan) => db.Plans.Where(p => p.Id == plan).ExecuteUpdateAsync(p => p.SetProperty(x => x.Version, x => x.Version), cancel);

    public async Task<int> MoveTasksAsync(IReadOnlyList<PlanShift> shifts)
    {
        // Plans whose dates come out alike share one group of dates.
        var groups = shifts.Select(s => s.Dates).Distinct().Index().ToDictionary(g => g.Item, g => g.Index);
        var plans = shifts.Select(s => new { plan = Text(s.Plan.Id), grp = groups[s.Dates] });
        var dates = groups.SelectMany(g => g.Key.Select(d => new { grp = g.Value, step = d.Key, due = Text(d.Value) }));
        var usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        try
        {
            return await db.Database.ExecuteSqlRawAsync(TasksSql, [JsonSerializer.Serialize(plans), JsonSerializer.Serialize(dates)], cancel);
        }
        finally
        {
            db.Database.SetCommandTimeout(usual);
        }
    }

    public async Task MovePlansAsync(IReadOnlyList<PlanShift> shifts)
    {
        await RunAsync(
            $"UPDATE plan SET version = plan.version + 1, law_date = r.law FROM {Rows(0, "r", ("id", "uuid"), ("law", "date"))} WHERE plan.id = r.id",
            shifts.Select(s => new { id = Text(s.Plan.Id), law = Text(s.LawDate) }));
        var changes = shifts.SelectMany(s => s.Changes.Select(c => new { plan = Text(s.Plan.Id), name = c.Anchor, date = Text(c.To) })).ToList();
        await RunAsync(
            $"DELETE FROM plan_anchor WHERE (plan_id, name) IN (SELECT r.plan, r.name FROM {Rows(0, "r", ("plan", "uuid"), ("name", "text"))})", changes);
        await RunAsync(
            $"INSERT INTO plan_anchor (plan_id, name, date) SELECT r.plan, r.name, r.date FROM {Rows(0, "r", ("plan", "uuid"), ("name", "text"), ("date", "date"))}",
            changes.Where(c => c.date is not null));
    }

    public Task MoveHouseholdsAsync(IReadOnlyList<HouseholdShift> households)
    {
        static string? Date(HouseholdShift shift, string anchor) => shift.Given.TryGetValue(anchor, out var date) ? Text(date) : null;
        var rows = Rows(0, "r", ("id", "uuid"), ("allocation", "date"), ("takeover", "date"), ("arrival", "date"), ("registered", "date"), ("rule", "text"));
        return RunAsync(
            $"""
            UPDATE household SET allocation_date = r.allocation, takeover_date = r.takeover, arrival_date = r.arrival, registered_date = r.registered,
                takeover_rule = r.rule, version = household.version + 1
            FROM {rows} WHERE household.id = r.id
            """,
            households.Select(h => new
            {
                id = Text(h.Household.Id),
                allocation = Date(h, PlanAnchors.Allocation),
                takeover = Date(h, PlanAnchors.Takeover),
                arrival = Date(h, PlanAnchors.Arrival),
                registered = Date(h, PlanAnchors.Registered),
                rule = h.TakeoverRule,
            }));
    }

    // SQLite keeps the order of a CROSS JOIN: each plan's tasks by their index, then the date by its automatic index, which needs a typed
    // column. What is not materialized is flattened into the update, and then every plan looks through every task.
    private string TasksSql
    {
        get
        {
            var (p, d) = (Rows(0, "p", ("plan", "uuid"), ("grp", "int")), Rows(1, "d", ("grp", "int"), ("step", "text"), ("due", "date")));
            var (with, from) = isPostgres ? ("", $"{p}, {d}") : ($"WITH p AS MATERIALIZED (SELECT * FROM {p}), d AS MATERIALIZED (SELECT * FROM {d})", "p CROSS JOIN d");
            return $"""
                {with} UPDATE plan_task SET due = d.due, version = plan_task.version + 1 FROM {from}
                WHERE plan_task.plan_id = p.plan AND d.grp = p.grp AND d.step = plan_task.step
                  AND plan_task.state = 0 AND NOT plan_task.is_pinned AND plan_task.due IS DISTINCT FROM d.due
                """;
        }
    }

    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task RunAsync<T>(string sql, IEnumerable<T> rows) => db.Database.ExecuteSqlRawAsync(sql, [JsonSerializer.Serialize(rows)], cancel);

    /// <summary>The JSON rows of a parameter as a table; types are PostgreSQL's.</summary>
    private string Rows(int parameter, string alias, params (string Name, string Type)[] columns) => isPostgres
        ? $"jsonb_to_recordset({{{parameter}}}::jsonb) AS {alias}({string.Join(", ", columns.Select(c => $"{c.Name} {c.Type}"))})"
        : $"(SELECT {string.Join(", ", columns.Select(c => $"CAST(value ->> '{c.Name}' AS {(c.Type == "int" ? "INTEGER" : "TEXT")}) AS {c.Name}"))} FROM json_each({{{parameter}}})) AS {alias}";

    private sealed class Room(VejviserDb? sqlite) : IAsyncDisposable
    {
        /// <summary>Given back however it ended: the connection serves the next reader.</summary>
        public async ValueTask DisposeAsync()
        {
            if (sqlite is not null)
                await sqlite.Database.ExecuteSqlRawAsync(UsualRoom, CancellationToken.None);
        }
    }
}
