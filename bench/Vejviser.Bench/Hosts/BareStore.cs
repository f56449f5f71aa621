using System.Data.Common;
using Vejviser.Core.Chapters.Housing.Cases;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Bench.Hosts;

/// <summary>What one page of the bare peer read.</summary>
internal sealed record BareRead(List<BareRow> Rows, int[] Counts, List<string> Teams, List<Guid> Households);

/// <summary>The database as the bare peers use it: prepared statements on connections that stay open.</summary>
internal interface IBareStore : IAsyncDisposable
{
    Task<BareRead> ReadAsync(Guid reader, DateOnly today, IReadOnlyDictionary<string, string> titles);

    /// <summary>Returns when the row is on the disk.</summary>
    Task AuditAsync(BareAudit audit);

    /// <summary>All or none, in one transaction.</summary>
    Task AuditTogetherAsync(IReadOnlyList<BareAudit> audits);
}

internal sealed record BareAudit(DateTime At, Guid Actor, string Details)
{
    public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Parts that both databases' stores share.</summary>
internal static class BareReading
{
    private static readonly Dictionary<string, IReadOnlySet<Guid>> Granted = new[] { Permissions.Pairs, Permissions.HousingRead }.ToDictionary(p => p, _ => (IReadOnlySet<Guid>)new HashSet<Guid>());

    /// <summary>All of the product's own statements for the page: the reader's own tasks, and what stands above them.</summary>
    public static void WorkOf(DbCommand command, Guid account, DateOnly today)
    {
        var reader = new Reader(account, "", "da", [], Granted, null);
        var now = BenchClock.Start.UtcDateTime;
        PreparedQuestion.Write(command, [
            WorkList.PageOf(reader, new WorkFilter(), today)!, OffersDueCount.Of(reader, today), BreakGlassesToSee.CountOf(reader), EffectivePractices.NewestOwn(),
            new OwedEnquiries(new PairPractices([])).Of(reader, now)!, new OwedCases().Of(reader, now)!]);
    }

    public static void PermissionsOf(DbDataReader r, HashSet<string> permissions)
    {
        while (r.Read())
            permissions.Add(r.IsDBNull(4) ? "" : r.GetString(4));
    }

    public static BareRead Read(DbDataReader r, IReadOnlyDictionary<string, string> titles)
    {
        var rows = new List<BareRow>(WorkSql.PageSize + 1);
        while (r.Read())
        {
            rows.Add(new BareRow(
                r.GetGuid(0), r.GetInt32(1), titles.GetValueOrDefault(r.GetString(3)) ?? "", r.GetString(5), r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6), r.GetGuid(7), r.GetString(8),
                r.IsDBNull(9) ? null : r.GetString(9), r.IsDBNull(10) ? null : $"{r.GetString(11)} {r.GetString(12)}", r.IsDBNull(16) ? null : r.GetString(16),
                r.IsDBNull(19) ? [] : r.GetString(19).Split(' ')));
        }

        r.NextResult();
        r.Read();
        int[] counts = [r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4)];
        r.NextResult();
        var teams = new List<string>();
        while (r.Read())
            teams.Add(r.GetString(1));
        while (r.NextResult())
            r.Read();
        if (rows.Count > WorkSql.PageSize)
            rows.RemoveAt(WorkSql.PageSize);
        return new BareRead(rows, counts, teams, [.. rows.Select(row => row.HouseholdId).Distinct()]);
    }
}
