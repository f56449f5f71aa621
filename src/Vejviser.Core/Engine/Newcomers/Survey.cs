namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Somebody in a practice has answered its survey: that they have, and not what.</summary>
public sealed class SurveyReply
{
    public Guid PlanId { get; init; }

    /// <summary>The survey's id in the definition.</summary>
    public required string Survey { get; init; }

    /// <summary>The first of the month it was answered in.</summary>
    public DateOnly Month { get; init; }
}

/// <summary>
/// One answer to one question, by nobody: it holds no person, no plan and no time but the month, and its id is drawn at random, so that it cannot be laid beside
/// the reply it came with.
/// </summary>
public sealed class SurveyAnswer
{
#pragma warning disable RS0030 // UUIDv7 tells when it was made: laid beside the reply it would tell whose answer it is.
    public Guid Id { get; init; } = Guid.NewGuid();
#pragma warning restore RS0030

    public required string Practice { get; init; }

    public required string Survey { get; init; }

    public required string Question { get; init; }

    public DateOnly Month { get; init; }

    /// <summary>From 1, not at all, to 5, very much.</summary>
    public int Score { get; init; }
}
