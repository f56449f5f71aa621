namespace Vejviser.Core.Engine.Messages.Delivery;

public enum DeliveryOutcome
{
    Sent = 1,

    /// <summary>Surely not sent; another attempt may succeed.</summary>
    Again,

    /// <summary>Surely not sent, and no attempt ever will be.</summary>
    Dead,

    /// <summary>It was handed over and no answer came.</summary>
    Unclear,
}

/// <param name="Code">Why not, such as <c>smtp-550</c>: no address, no text.</param>
/// <param name="IsWayDown">The way itself does not work now: the next message would fare the same.</param>
public sealed record Attempt(DeliveryOutcome Outcome, string? Code = null, bool IsWayDown = false)
{
    public static readonly Attempt Sent = new(DeliveryOutcome.Sent);
}

/// <summary>A way out of the house. One attempt at a time.</summary>
public interface IMessagePort
{
    MessageChannel Channel { get; }

    /// <summary>True where the same message handed over twice arrives once: an attempt that was cut off is then simply made again.</summary>
    bool IsRepeatable { get; }

    /// <summary>Never throws for what the other side does.</summary>
    Task<Attempt> SendAsync(Message message, CancellationToken cancel);
}
