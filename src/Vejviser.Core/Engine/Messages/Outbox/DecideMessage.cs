using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages.Outbox;

/// <summary>What a person decides about a message that did not go by itself.</summary>
public enum MessageDecision
{
    /// <summary>Try again, from the first attempt: a dead one, or one of which the person knows, or accepts, that it may arrive twice.</summary>
    TryAgain = 1,

    /// <summary>It did arrive, or the letter is posted.</summary>
    IsSent,

    /// <summary>It is not to be sent.</summary>
    Drop,
}

/// <summary>
/// A person decides about a message that is dead or unclear, a letter, or one that still waits. Failures: <c>messages.unknown</c>, <c>messages.not-now</c>.
/// </summary>
public sealed class DecideMessage(VejviserDb db)
{
    public async Task<Result<Done>> RunAsync(Guid id, MessageDecision decision, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await OutboxList.VisibleTo(db, who, audit.At).Where(m => m.Id == id).Select(m => new { m.State, m.Channel, m.PersonId, m.HouseholdId }).SingleOrDefaultAsync(cancel) is not { } message)
            return Failure.Of("messages.unknown");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        var from = From(decision, message.Channel);
        var state = decision switch { MessageDecision.TryAgain => MessageState.Waiting, MessageDecision.IsSent => MessageState.Sent, _ => MessageState.Dropped };
        var sentAt = state == MessageState.Sent ? audit.At : (DateTime?)null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var changed = await db.Messages.Where(m => m.Id == id && from.Contains(m.State)).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, state).SetProperty(m => m.SentAt, sentAt).SetProperty(m => m.Attempts, m => state == MessageState.Waiting ? 0 : m.Attempts)
                .SetProperty(m => m.NextAt, m => state == MessageState.Waiting ? audit.At : m.NextAt).SetProperty(m => m.Error, m => state == MessageState.Waiting ? null : m.Error), cancel);
        if (changed == 0)
            return Failure.Of("messages.not-now");
        var details = AuditDetails.Of(("state", new[] { message.State, state }.Select(s => s.ToString().ToLowerInvariant())));
        if (await db.SaveAsync(audit, new AuditSubject(message.PersonId, message.HouseholdId, "message", id, details), cancel) == SaveOutcome.Saved)
            await transaction.CommitAsync(cancel);
        return Done.Result;
    }

    private static MessageState[] From(MessageDecision decision, MessageChannel channel) => decision switch
    {
        MessageDecision.TryAgain => [MessageState.Dead, MessageState.Unclear, MessageState.Dropped],
        MessageDecision.IsSent when channel == MessageChannel.Letter => [MessageState.Waiting],
        MessageDecision.IsSent => [MessageState.Unclear],
        _ => [MessageState.Waiting, MessageState.Dead, MessageState.Unclear],
    };
}
