namespace Vejviser.Core.Engine.Messages;

public enum MessageChannel
{
    Email = 1,
    Sms,

    /// <summary>The state's mailbox, by MeMo 1.2.</summary>
    DigitalPost,

    /// <summary>Printed and posted, or handed over, by a person.</summary>
    Letter,
}

public enum MessageState
{
    /// <summary>To be sent from <see cref="Message.NextAt"/> on.</summary>
    Waiting = 0,

    /// <summary>On its way under <see cref="Message.AttemptId"/>: nobody else takes it.</summary>
    InFlight,

    /// <summary>The next hop has taken responsibility for it.</summary>
    Sent,

    /// <summary>Refused for good, or tried as often as the settings say: a person looks at it.</summary>
    Dead,

    /// <summary>
    /// It was handed over and the answer never came: it may have been sent. Never sent again by itself; a person decides.
    /// </summary>
    Unclear,

    /// <summary>A person decided that it is not to be sent.</summary>
    Dropped,
}

/// <summary>
/// A message in the outbox: written in the transaction of the change that causes it, so that neither stands without the other. Its text is
/// kept as the receiver gets it.
/// </summary>
public sealed class Message
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What caused it and for whom, such as <c>handover:ID:0:role</c>: the same cause makes one message, however often it is noticed.</summary>
    public required string Key { get; init; }

    public MessageChannel Channel { get; init; }

    /// <summary>The template's id, such as <c>reminder</c>.</summary>
    public required string Template { get; init; }

    /// <summary>The practice it belongs to, or empty.</summary>
    public required string Practice { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public Guid? PersonId { get; set; }

    public Guid? HouseholdId { get; set; }

    public Guid? AccountId { get; init; }

    public Guid? PartnerId { get; init; }

    /// <summary>The address or number; empty where it is read when it is sent (Digital Post) or printed.</summary>
    public required string To { get; init; }

    /// <summary>The e-mail's subject, the letter's heading, Digital Post's label. Nothing sensitive.</summary>
    public required string Subject { get; init; }

    /// <summary>The text; an SMS's is its own short one.</summary>
    public required string Body { get; init; }

    /// <summary>What a telephone shows of Digital Post before it is opened: at most 150 characters, nothing sensitive.</summary>
    public string? Notification { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Null where the product itself wrote it.</summary>
    public Guid? CreatedBy { get; init; }

    public DateTime NextAt { get; set; }

    public MessageState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>The key of the attempt under way, or of the last: its outcome is noted under this key only.</summary>
    public Guid? AttemptId { get; set; }

    /// <summary>When an attempt that nobody ended is given up.</summary>
    public DateTime? AttemptUntil { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Why the last attempt failed, as a code such as <c>smtp-550</c>: no address, no text.</summary>
    public string? Error { get; set; }
}

/// <summary>A template's words in one language, as the municipality has written them: for one practice, or for all.</summary>
public sealed class MessageText
{
    public required string Template { get; init; }

    /// <summary>The practice's id; empty for all.</summary>
    public required string Practice { get; init; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public required string Subject { get; set; }

    public required string Body { get; set; }

    /// <summary>Empty where the template sends no SMS.</summary>
    public required string Sms { get; set; }

    public DateTime ChangedAt { get; set; }

    public Guid ChangedBy { get; set; }

    public int Version { get; set; }
}
