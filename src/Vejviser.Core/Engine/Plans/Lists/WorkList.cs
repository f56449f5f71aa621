using System.Data.Common;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>One open task as the work list shows it. Its title is the definition's, by version and step, or its own.</summary>
/// <param name="Version">The row's version when it was read: finishing names it, so that nobody finishes what changed meanwhile.</param>
/// <param name="Household">The head's name.</param>
/// <param name="Person">Whom it is about, where it is not the whole household.</param>
/// <param name="OwnerName">The employee who has it; null while it is the team's.</param>
/// <param name="CaseWorkerName">The household's case worker.</param>
/// <param name="Goals">Goals it stands in the way of.</param>
public sealed record WorkRow(
    Guid Id, int Version, StepName Name, string Area, DateOnly? Due,
    Guid HouseholdId, string Household, string? Reference, Guid? PersonId, string? Person,
    Guid? OwnerId, string? OwnerName, Guid? CaseWorkerId, string? CaseWorkerName, IReadOnlyList<string> Goals);

/// <summary>What a task is called, before the language is known.</summary>
/// <param name="LawDate">The day whose law names the things in the title.</param>
/// <param name="OwnTitle">Set for a task written by hand.</param>
public readonly record struct StepName(string Practice, Guid PracticeVersionId, string Step, DateOnly LawDate, string? OwnTitle);

/// <summary>A page of the work list.</summary>
/// <param name="Teams">The units the reader belongs to.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record WorkPage(IReadOnlyList<WorkRow> Rows, WorkCounts Counts, IReadOnlyList<WorkTeam> Teams, WorkCursor? Next);

public sealed record WorkTeam(Guid Id, string Name);

/// <summary>
/// Reads My work: open tasks of the reader, or of a unit the reader belongs to, by due day. An owner sees own tasks by definition
/// of need-to-know, a member those of the unit.
/// </summary>
public static class WorkList
{
    /// <returns>Fails with <c>work.not-your-team</c> where the filter names a unit the reader does not belong to.</returns>
    public static Task<Result<WorkPage>> ReadAsync(PreparedReads reads, Reader reader, WorkFilter filter, DateOnly today, CancellationToken cancel) =>
        ReadAsync(reads, reader, filter, today, WorkSql.PageSize, cancel);

    /// <param name="size">Rows at most: an export takes more than a page.</param>
    public static async Task<Result<WorkPage>> ReadAsync(PreparedReads reads, Reader reader, WorkFilter filter, DateOnly today, int size, CancellationToken cancel)
    {
        if (!MayRead(reader, filter))
            return Failure.Of("work.not-your-team");
        return await reads.AskAsync(Page(reader, filter, today, size), cancel);
    }

    /// <summary>A page of the list, to be asked together with what else its page asks; null where the filter names a unit the reader does not belong to.</summary>
    public static PreparedQuestion<WorkPage>? PageOf(Reader reader, WorkFilter filter, DateOnly today) => MayRead(reader, filter) ? Page(reader, filter, today, WorkSql.PageSize) : null;

    /// <summary>The counts alone, under the same filter.</summary>
    public static async Task<Result<WorkCounts>> CountAsync(PreparedReads reads, Reader reader, WorkFilter filter, DateOnly today, CancellationToken cancel)
    {
        if (!MayRead(reader, filter))
            return Failure.Of("work.not-your-team");
        return await reads.RunAsync(command => WorkSql.CountsOnly(command, reader, filter, today), answer => CountsAsync(answer, cancel), cancel);
    }

    /// <summary>One open task of the list as its row; null where the filter does not hold it (any more).</summary>
    public static async Task<WorkRow?> ReadOneAsync(PreparedReads reads, Reader reader, WorkFilter filter, Guid taskId, CancellationToken cancel)
    {
        if (!MayRead(reader, filter))
            return null;
        return await reads.RunAsync(
            command => WorkSql.OneRow(command, reader, filter, taskId), async answer => await answer.ReadAsync(cancel) ? Row(answer) : null, cancel);
    }

    private static async Task<WorkPage> PageAsync(DbDataReader answer, int size, CancellationToken cancel)
    {
        var rows = new List<WorkRow>(Math.Min(size, WorkSql.PageSize) + 1);
        while (await answer.ReadAsync(cancel))
            rows.Add(Row(answer));
        await answer.NextResultAsync(cancel);
        var counts = await CountsAsync(answer, cancel);
        await answer.NextResultAsync(cancel);
        var teams = new List<WorkTeam>();
        while (await answer.ReadAsync(cancel))
            teams.Add(new WorkTeam(answer.GetGuid(0), answer.GetString(1)));
        if (rows.Count <= size)
            return new WorkPage(rows, counts, teams, null);
        rows.RemoveAt(size);
        return new WorkPage(rows, counts, teams, new WorkCursor(rows[^1].Due, rows[^1].Id));
    }

    private static PreparedQuestion<WorkPage> Page(Reader reader, WorkFilter filter, DateOnly today, int size) =>
        new(command => WorkSql.RowsAndCounts(command, reader, filter, today, size + 1), (answer, cancel) => PageAsync(answer, size, cancel));

    private static bool MayRead(Reader reader, WorkFilter filter) => filter.Team is not { } team || reader.UnitIds.Contains(team);

    private static WorkRow Row(DbDataReader r) => new(
        r.GetGuid(0), r.GetInt32(1), new StepName(r.GetString(2), r.GetGuid(17), r.GetString(3), r.GetFieldValue<DateOnly>(18), Text(r, 4)),
        r.GetString(5), r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6),
        r.GetGuid(7), r.GetString(8), Text(r, 9), Id(r, 10), r.IsDBNull(10) ? null : $"{r.GetString(11)} {r.GetString(12)}",
        Id(r, 13), Text(r, 14), Id(r, 15), Text(r, 16), r.IsDBNull(19) ? [] : r.GetString(19).Split(' '));

    private static async Task<WorkCounts> CountsAsync(DbDataReader r, CancellationToken cancel)
    {
        await r.ReadAsync(cancel);
        return new WorkCounts(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4));
    }

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static Guid? Id(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetGuid(column);
}
