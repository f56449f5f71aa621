using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Vejviser.Web.Hosting;

/// <summary>
/// An error as a log may keep it: its kind, the database's code, and where it came from. Never its message: that may quote what
/// somebody wrote.
/// </summary>
internal static class ErrorShape
{
    public static string Of(Exception error)
    {
        var shape = new StringBuilder();
        for (var e = error; e is not null; e = e.InnerException)
            shape.Append(e.GetType().FullName).Append(Code(e)).Append('\n').Append(e.StackTrace).Append('\n');
        return shape.ToString().TrimEnd();
    }

    private static string Code(Exception error) => error switch
    {
        SqliteException e => $" {e.SqliteExtendedErrorCode}",
        PostgresException e => $" {e.SqlState} {e.TableName} {e.ConstraintName}".TrimEnd(),
        _ => "",
    };
}
