using System.Data.Common;
using System.Text;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Plans.Lists;

/// <summary>
/// The work list's SQL, one text for both databases. Rows and counts travel in one round trip; the rows are cut to a page by the
/// partial indexes on (owner, due) of open tasks before anything is joined.
/// </summary>
public static class WorkSql
{
    public const int PageSize = 50;

    /// <summary>One row more than a page: the sign that there is a next one.</summary>
    private const string RowsHead =
        """
        SELECT t.id, t.version, t.practice, t.step, t.own_title, t.area, t.due, t.household_id, h.name, h.reference, t.person_id, pe.given_name, pe.family_name,
               t.owner_account_id, o.display_name, c.id, c.display_name, p.practice_version_id, p.law_date,
               (SELECT string_agg(b.goal, ' ') FROM plan_task_block b WHERE b.task_id = t.id)
        FROM (SELECT id, version, plan_id, practice, step, own_title, area, due, household_id, person_id, owner_account_id FROM plan_task WHERE
        """;

    private const string RowsTail =
        """
         ORDER BY due NULLS LAST, id LIMIT @take) t
        JOIN plan p ON p.id = t.plan_id
        JOIN household h ON h.id = t.household_id
        LEFT JOIN person pe ON pe.id = t.person_id
        LEFT JOIN account o ON o.id = t.owner_account_id
        LEFT JOIN account c ON c.id = h.case_worker_id
        ORDER BY t.due NULLS LAST, t.id
        """;

    private const string Counts =
        """
        SELECT COUNT(*) FILTER (WHERE due < @today), COUNT(*) FILTER (WHERE due = @today), COUNT(*) FILTER (WHERE due > @today AND due <= @week_end),
               COUNT(*) FILTER (WHERE due > @week_end), COUNT(*) FILTER (WHERE due IS NULL)
        FROM plan_task WHERE
        """;

    private const string Teams = "SELECT u.id, u.name FROM unit_member m JOIN unit u ON u.id = m.unit_id WHERE m.account_id = @reader ORDER BY u.name";

    /// <summary>Sets the command to read a page of rows, then the counts, then the reader's teams.</summary>
    /// <param name="take">Rows to read at most: <see cref="PageSize"/> and one more for a page.</param>
    public static void RowsAndCounts(DbCommand command, Reader reader, WorkFilter filter, DateOnly today, int take = PageSize + 1)
    {
        var where = Where(command, reader, filter);
        command.CommandText = new StringBuilder(RowsHead).Append(' ').Append(where).Append(After(command, filter.After)).Append(RowsTail).Append(";\n")
            .Append(Counts).Append(' ').Append(where).Append(";\n").Append(Teams).ToString();
        command.With("take", take);
        command.With("reader", reader.AccountId);
        AddDays(command, today);
    }

    /// <summary>Sets the command to read one row of the list.</summary>
    public static void OneRow(DbCommand command, Reader reader, WorkFilter filter, Guid taskId)
    {
        command.CommandText = $"{RowsHead} {Where(command, reader, filter)} AND id = @task{RowsTail}";
        command.With("task", taskId);
        command.With("take", 1);
    }

    /// <summary>Sets the command to read the counts alone: after a task was finished in place.</summary>
    public static void CountsOnly(DbCommand command, Reader reader, WorkFilter filter, DateOnly today)
    {
        command.CommandText = $"{Counts} {Where(command, reader, filter)}";
        AddDays(command, today);
    }

    private static string Where(DbCommand command, Reader reader, WorkFilter filter)
    {
        var sql = new StringBuilder("state = 0 AND ").Append(filter.Team is null ? "owner_account_id = @owner" : "owner_unit_id = @owner");
        command.With("owner", filter.Team ?? reader.AccountId);
        Narrow("household_id", "household", filter.Household);
        Narrow("area", "area", filter.Area);
        Narrow("practice", "practice", filter.Practice);
        return sql.ToString();

        void Narrow(string column, string name, object? value)
        {
            if (value is null)
                return;
            sql.Append(" AND ").Append(column).Append(" = @").Append(name);
            command.With(name, value);
        }
    }

    private static string After(DbCommand command, WorkCursor? after)
    {
        if (after is null)
            return "";
        command.With("after_id", after.Id);
        if (after.Due is not { } due)
            return " AND due IS NULL AND id > @after_id";
        command.With("after_due", due);
        return " AND (due > @after_due OR (due = @after_due AND id > @after_id) OR due IS NULL)";
    }

    private static void AddDays(DbCommand command, DateOnly today)
    {
        command.With("today", today);
        command.With("week_end", WorkDays.WeekEnd(today));
    }
}
