namespace Vejviser.Core.Chapters.Housing.Cases;

public enum HousingCaseKind
{
    /// <summary>An estate, or a neighbour, has rung the hotline of a framework agreement.</summary>
    Hotline = 1,

    /// <summary>A problem in an integration-supporting estate: somebody owns it on both sides.</summary>
    Problem,
}

/// <summary>An enquiry or a problem in an estate, with who owns it and by when it is answered. It is about the place, and names no newcomer.</summary>
public sealed class HousingCase
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public HousingCaseKind Kind { get; init; }

    public Guid EstateId { get; init; }

    public required string What { get; init; }

    /// <summary>Who rang or wrote: an estate office, a neighbour.</summary>
    public required string ReportedBy { get; init; }

    public DateTime ReportedAt { get; init; }

    /// <summary>When it must be answered, UTC.</summary>
    public DateTime AnswerBy { get; init; }

    /// <summary>The employee who owns it.</summary>
    public Guid MunicipalOwnerId { get; set; }

    /// <summary>The association's user who owns it there; a problem cannot be without one.</summary>
    public Guid? AssociationOwnerId { get; set; }

    public string? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public int Version { get; set; }

    /// <summary>Not answered in time: by calculation, never a flag.</summary>
    public bool IsLateAt(DateTime now) => (AnsweredAt ?? now) > AnswerBy;
}
