using System.Collections.Concurrent;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>
/// Notes who read whom, durably: the call returns when the row is on the disk, chained to the row before. Reads of concurrent
/// requests that wait at the same moment are written in one transaction by one writer, so that many readers cost one flush (ADR 0007).
/// The writer has a thread of its own: in the pool it would stand in line behind the requests that wait for it.
/// One for each database; disposing it writes what still waits.
/// </summary>
public sealed class ReadAudit : IAsyncDisposable
{
    private const int MaxWaiting = 4096;
    private const int MaxReadsAtOnce = 256;

    private readonly BlockingCollection<WaitingRead> waiting = new(MaxWaiting);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider clock;
    private readonly IAuditAppender appender;

    public ReadAudit(DatabaseAddress address, TimeProvider clock)
        : this(address.IsPostgres ? new PostgresAppender(address.ConnectionString) : new SqliteAppender(address.ConnectionString), clock)
    {
    }

    internal ReadAudit(IAuditAppender appender, TimeProvider clock)
    {
        (this.appender, this.clock) = (appender, clock);
        new Thread(Write) { IsBackground = true, Name = "audit of reads" }.Start();
    }

    /// <summary>One row for each subject. What the database said stands in the exception; the page must not be shown then.</summary>
    /// <param name="accountId">Who reads.</param>
    /// <param name="action">What was opened, such as <c>people.read</c>: a code that ends as reads do, see <see cref="ReadActions"/>.</param>
    /// <param name="subjects">Whom it shows.</param>
    /// <param name="cancel">Stops the waiting; a read already handed over is still written.</param>
    /// <exception cref="ReadNotRecordedException">The row could not be written.</exception>
    public async Task RecordAsync(Guid accountId, string action, IReadOnlyCollection<AuditSubject> subjects, CancellationToken cancel = default)
    {
        if (subjects.Count == 0)
            return;
        var read = new WaitingRead(new AuditContext(accountId, action, clock.Now()), subjects);
        waiting.Add(read, cancel);
        await read.Written.Task.WaitAsync(cancel);
    }

    /// <summary>A page about one person.</summary>
    public Task PersonAsync(Guid accountId, string action, Guid personId, Guid householdId, CancellationToken cancel = default) =>
        RecordAsync(accountId, action, [new AuditSubject(personId, householdId, "person", personId)], cancel);

    /// <summary>A page about one household and those in it.</summary>
    public Task HouseholdAsync(Guid accountId, string action, Guid householdId, CancellationToken cancel = default) =>
        RecordAsync(accountId, action, [new AuditSubject(HouseholdId: householdId, Entity: "household", EntityId: householdId)], cancel);

    /// <summary>A list that shows names: one row for the view, whose details name who was on it.</summary>
    public Task ListAsync(Guid accountId, string action, ListRead list, CancellationToken cancel = default) =>
        RecordAsync(accountId, action, [new AuditSubject(Entity: "list", Details: list.ToJson())], cancel);

    public async ValueTask DisposeAsync()
    {
        waiting.CompleteAdding();
        await ended.Task;
        appender.Dispose();
        waiting.Dispose();
    }

    private void Write()
    {
        var batch = new List<WaitingRead>(MaxReadsAtOnce);
        foreach (var first in waiting.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MaxReadsAtOnce && waiting.TryTake(out var read))
                batch.Add(read);
            try
            {
                appender.Append(batch);
                batch.ForEach(r => r.Written.SetResult());
            }
            catch (Exception e)
            {
                // One waiter's failure is every waiter's: nobody is shown what could not be noted.
                batch.ForEach(r => r.Written.SetException(new ReadNotRecordedException(e)));
            }

            batch.Clear();
        }

        ended.SetResult();
    }
}

/// <summary>A read could not be noted; the page that asked for it is not shown.</summary>
public sealed class ReadNotRecordedException(Exception inner) : Exception("A read could not be written to the audit.", inner);

/// <summary>A read between the request and the disk.</summary>
internal sealed record WaitingRead(AuditContext Audit, IReadOnlyCollection<AuditSubject> Subjects)
{
    public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Writes a batch of reads to the end of the chain in one transaction, over a connection of its own.</summary>
internal interface IAuditAppender : IDisposable
{
    void Append(IReadOnlyList<WaitingRead> reads);
}
