namespace Vejviser.Core.Chapters.Health.Doctors;

public enum PracticeStanding
{
    /// <summary>Takes its turn.</summary>
    Open = 1,

    /// <summary>Takes nobody new, and keeps those it has.</summary>
    Closed,

    /// <summary>Is no longer in the agreement: those it was given need another.</summary>
    Withdrawn,
}

/// <summary>A medical practice that is in the agreement, or has been.</summary>
public sealed class MedicalPractice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public string? Address { get; set; }

    /// <summary>Whom the municipality rings.</summary>
    public string? Phone { get; set; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }

    /// <summary>Provider numbers: a practice with two takes two in its turn.</summary>
    public int Numbers { get; set; }

    /// <summary>Most newcomers at once by the agreement; null for no limit.</summary>
    public int? Capacity { get; set; }

    public PracticeStanding Standing { get; set; } = PracticeStanding.Open;

    /// <summary>The day it has stood so from.</summary>
    public DateOnly StandingSince { get; set; }

    /// <summary>Changed by everything that takes a turn or moves the standing: of two at once, one is told to look again.</summary>
    public int Version { get; set; }

    public MapPoint Place => new(Latitude, Longitude);
}
