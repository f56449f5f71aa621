namespace Vejviser.Core.Engine.Courses.Cards;

/// <summary>
/// A person's progression and qualification card: what they have learnt and can do, so that companies need not know whoever knew them. It is the person's, not a course's: it goes
/// along from the asylum centre to the municipality and from one practice to the next.
/// </summary>
public sealed class ProgressCard
{
    public Guid PersonId { get; set; }

    public DateOnly OpenedOn { get; init; }

    /// <summary>The industry the person has chosen.</summary>
    public Guid? IndustryId { get; set; }

    /// <summary>What the person is good at, in words a company understands.</summary>
    public string? Strengths { get; set; }

    /// <summary>What the person can do: a line each.</summary>
    public string? Skills { get; set; }

    /// <summary>The day it was finished and handed to the person.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The practice it was carried over to when the one it was opened in was completed.</summary>
    public string? CarriedTo { get; set; }

    /// <summary>The practice it came from.</summary>
    public string? CarriedFrom { get; set; }

    public int Version { get; set; }
}

/// <summary>A word the person knows and uses.</summary>
public sealed class CardWord
{
    public Guid PersonId { get; set; }

    public Guid WordId { get; init; }
}
