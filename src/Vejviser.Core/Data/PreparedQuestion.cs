using System.Data.Common;
using System.Text;

namespace Vejviser.Core.Data;

/// <summary>Something a page asks by <see cref="PreparedReads"/>: several travel to the database together.</summary>
public abstract class PreparedQuestion(Action<DbCommand> write)
{
    private readonly Action<DbCommand> write = write;

    /// <summary>Sets the command to ask them all, in their order.</summary>
    public static void Write(DbCommand command, IEnumerable<PreparedQuestion> questions)
    {
        var text = new StringBuilder();
        foreach (var question in questions)
        {
            question.write(command);
            text.Append(command.CommandText).Append(";\n");
        }

        command.CommandText = text.ToString();
    }

    /// <param name="sql">Has one number for its answer.</param>
    public static PreparedQuestion<int> Count(string sql, IEnumerable<(string Name, object Value)> values) => new(sql, values, async (row, cancel) => await row.ReadAsync(cancel) ? row.GetInt32(0) : 0);

    /// <summary>Reads the answer to the end of its last result.</summary>
    internal abstract Task TakeAsync(DbDataReader rows, CancellationToken cancel);
}

/// <param name="write">Sets the command's text, the same for the same question, and its parameters (<see cref="Parameters.With"/>).</param>
/// <param name="read">Reads the answer; of more than one statement to the end of the last one's result.</param>
public sealed class PreparedQuestion<T>(Action<DbCommand> write, Func<DbDataReader, CancellationToken, Task<T>> read) : PreparedQuestion(write)
{
    private (bool IsThere, T? Value) answer;

    public PreparedQuestion(string sql, IEnumerable<(string Name, object Value)> values, Func<DbDataReader, CancellationToken, Task<T>> read)
        : this(
            command =>
            {
                command.CommandText = sql;
                foreach (var (name, value) in values)
                    command.With(name, value);
            },
            read)
    {
    }

    /// <exception cref="InvalidOperationException">It has not been asked.</exception>
    public T Answer => answer.IsThere ? answer.Value! : throw new InvalidOperationException("Ask first.");

    internal override async Task TakeAsync(DbDataReader rows, CancellationToken cancel) => answer = (true, await read(rows, cancel));
}

/// <summary>Parameters of statements written by hand.</summary>
public static class Parameters
{
    /// <summary>Gives the command a value by name. A name means the same in all that travel together: one that is there already stays.</summary>
    public static void With(this DbCommand command, string name, object value)
    {
        if (command.Parameters.Contains(name))
            return;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
