using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>A newcomer's way to their own page.</summary>
public sealed class NewcomerAccess : LinkAccess
{
    public Guid PersonId { get; set; }

    public Guid? GivenBy { get; init; }

    public Guid? RevokedBy { get; set; }
}

/// <summary>A question the person asked their contact person, and the answer.</summary>
public sealed class PersonQuestion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public Guid HouseholdId { get; set; }

    public required string Text { get; init; }

    /// <summary>The language of the page it was asked on.</summary>
    public required string Language { get; init; }

    public DateTime AskedAt { get; init; }

    /// <summary>The employee who wrote it down for them; null where they asked on their own page.</summary>
    public Guid? LoggedBy { get; init; }

    /// <summary>The open house it was asked at.</summary>
    public Guid? MeetingId { get; init; }

    /// <summary>The day the practice promises an answer by; null where nothing is promised.</summary>
    public DateOnly? AnswerBy { get; init; }

    public string? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    public int Version { get; set; }
}

/// <summary>A paper the person handed in from their page.</summary>
public sealed class PersonDocument
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PersonId { get; set; }

    public Guid HouseholdId { get; set; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    public DateTime At { get; init; }

    /// <summary>An employee has opened it.</summary>
    public DateTime? SeenAt { get; set; }

    public Guid? SeenBy { get; set; }
}
