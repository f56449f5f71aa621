namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// A person's doctor as it is now, and what staff have chosen for them by hand. How it came about stands in <see cref="DoctorEvent"/>.
/// </summary>
public sealed class PersonDoctor
{
    public Guid PersonId { get; init; }

    /// <summary>Null while there is none.</summary>
    public Guid? PracticeId { get; set; }

    public DateOnly? GivenOn { get; set; }

    /// <summary>The day the choice was registered as the person's; null while it is agreed only.</summary>
    public DateOnly? RegisteredOn { get; set; }

    /// <summary>The practice that withdrew while it was the person's: they wait for another, whatever their plan says.</summary>
    public Guid? LeftPracticeId { get; set; }

    /// <summary>They have waited for another since.</summary>
    public DateOnly? WaitsSince { get; set; }

    /// <summary>Found a doctor themselves, or moved: is given none.</summary>
    public bool NeedsNone { get; set; }

    /// <summary>Chosen by hand for the next decision; null with a reason where they wait.</summary>
    public Guid? ChosenPracticeId { get; set; }

    /// <summary>Why; null where nothing is chosen by hand.</summary>
    public string? ChosenReason { get; set; }

    public Guid? ChosenBy { get; set; }

    public int Version { get; set; }
}
