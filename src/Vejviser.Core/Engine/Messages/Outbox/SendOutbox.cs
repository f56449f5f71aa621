using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages.Delivery;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages.Outbox;

/// <param name="Again">Put off to a later attempt.</param>
public sealed record SentCounts(int Sent, int Again, int Dead, int Unclear);

/// <summary>
/// Sends what is due, one message at a time. A message is marked as on its way, under a new attempt key, in a transaction of its own before anything
/// leaves the house, and its outcome is noted under that key with the next one's mark in one transaction: a sender that is killed leaves one
/// message on its way. That one is <see cref="MessageState.Unclear"/> once its lease has run out, and never sent again by itself; where the way is
/// repeatable it simply waits again. Any number of senders may run at once.
/// </summary>
public sealed class SendOutbox(VejviserDb db, MessagePorts ports, QueueMessage queue, MessageSettings settings, TimeProvider clock)
{
    private const int Contested = 20;

    /// <param name="most">How many attempts to make at most.</param>
    /// <param name="isAnyHour">True where a person says so: quiet hours do not hold.</param>
    public async Task<SentCounts> RunAsync(int most, bool isAnyHour = false, CancellationToken cancel = default)
    {
        await GiveUpAsync(cancel);
        var hours = await queue.HoursAsync(cancel);
        var open = ports.Open.Select(p => p.Channel).ToList();
        var counts = new int[(int)DeliveryOutcome.Unclear + 1];
        if (!isAnyHour && !hours.IsOpen(clock.Now()))
            open = [];
        (Message Message, Attempt Delivery)? done = null;
        for (var made = 0; ; made++)
        {
            var next = await StepAsync(done, made < most && !cancel.IsCancellationRequested ? open : [], hours, isAnyHour);
            if (next is null)
                break;
            var delivery = await ports.Open.First(p => p.Channel == next.Channel).SendAsync(next, cancel);
            counts[(int)delivery.Outcome]++;
            if (delivery.IsWayDown)
                open = [.. open.Where(c => c != next.Channel)];
            done = (next, delivery);
        }

        return new SentCounts(counts[(int)DeliveryOutcome.Sent], counts[(int)DeliveryOutcome.Again], counts[(int)DeliveryOutcome.Dead], counts[(int)DeliveryOutcome.Unclear]);
    }

    /// <summary>Notes what became of one message and marks the next, in one transaction that nobody stops half-way.</summary>
    private async Task<Message?> StepAsync((Message Message, Attempt Delivery)? done, IReadOnlyCollection<MessageChannel> open, SendingHours hours, bool isAnyHour)
    {
        for (var attempt = 0; attempt < Contested; attempt++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            if (done is var (message, delivery))
                await NoteAsync(message, delivery, hours, isAnyHour);
            var (next, isLost) = await TakeAsync(open);
            if (isLost && done is null)
                continue;
            await transaction.CommitAsync(CancellationToken.None);
            if (!isLost)
                return next;
            done = null;
        }

        return null;
    }

    /// <returns>The message, now on its way, or that another sender was first with it.</returns>
    private async Task<(Message? Next, bool IsLost)> TakeAsync(IReadOnlyCollection<MessageChannel> open)
    {
        if (open.Count == 0)
            return (null, false);
        var now = clock.Now();
        var next = await db.Messages.AsNoTracking().Where(m => m.State == MessageState.Waiting && m.NextAt <= now && open.Contains(m.Channel)).OrderBy(m => m.NextAt).ThenBy(m => m.Id).FirstOrDefaultAsync(CancellationToken.None);
        if (next is null)
            return (null, false);
        var (id, key, until) = (next.Id, Guid.CreateVersion7(), now.AddSeconds(settings.LeaseSeconds));
        var taken = await db.Messages.Where(m => m.Id == id && m.State == MessageState.Waiting).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MessageState.InFlight).SetProperty(m => m.AttemptId, key).SetProperty(m => m.AttemptUntil, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), CancellationToken.None);
        next.AttemptId = key;
        next.Attempts++;
        return taken == 1 ? (next, false) : (null, true);
    }

    private async Task NoteAsync(Message message, Attempt delivery, SendingHours hours, bool isAnyHour)
    {
        var now = clock.Now();
        var isOver = message.Attempts > settings.Retries.Count;
        var state = delivery.Outcome switch
        {
            DeliveryOutcome.Sent => MessageState.Sent,
            DeliveryOutcome.Unclear => MessageState.Unclear,
            DeliveryOutcome.Again when !isOver => MessageState.Waiting,
            _ => MessageState.Dead,
        };
        var again = state == MessageState.Waiting ? now.AddMinutes(settings.Retries[message.Attempts - 1]) : message.NextAt;
        if (state == MessageState.Waiting && !isAnyHour)
            again = hours.NextOrSame(again);
        var (sentAt, code) = (state == MessageState.Sent ? now : (DateTime?)null, delivery.Code);
        var noted = await db.Messages.Where(m => m.Id == message.Id && m.AttemptId == message.AttemptId && (m.State == MessageState.InFlight || m.State == MessageState.Unclear)).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, state).SetProperty(m => m.NextAt, again).SetProperty(m => m.SentAt, sentAt).SetProperty(m => m.Error, code).SetProperty(m => m.AttemptUntil, (DateTime?)null), CancellationToken.None);
        if (noted == 1)
            await AuditAsync(message, state, code);
    }

    /// <summary>Attempts that nobody ended in time: their sender is gone.</summary>
    private async Task GiveUpAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var left = await db.Messages.AsNoTracking().Where(m => m.State == MessageState.InFlight && m.AttemptUntil < now).ToListAsync(cancel);
        foreach (var message in left)
        {
            var isRepeatable = ports.Open.FirstOrDefault(p => p.Channel == message.Channel)?.IsRepeatable ?? false;
            var (state, code) = isRepeatable ? (MessageState.Waiting, (string?)null) : (MessageState.Unclear, "cut-off");
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var given = await db.Messages.Where(m => m.Id == message.Id && m.State == MessageState.InFlight && m.AttemptId == message.AttemptId).ExecuteUpdateAsync(
                s => s.SetProperty(m => m.State, state).SetProperty(m => m.Error, code).SetProperty(m => m.AttemptUntil, (DateTime?)null), cancel);
            if (given == 1)
                await AuditAsync(message, state, code);
            await transaction.CommitAsync(cancel);
        }
    }

    private Task<SaveOutcome> AuditAsync(Message message, MessageState state, string? code)
    {
        var details = AuditDetails.Of(("state", state.ToString().ToLowerInvariant()), ("attempt", message.Attempts), ("code", code));
        return db.SaveAsync(new AuditContext(null, "messages.send", clock.Now()), new AuditSubject(message.PersonId, message.HouseholdId, "message", message.Id, details), CancellationToken.None);
    }
}
