namespace Vejviser.Core.Chapters.CivilSociety;

/// <summary>Whom something is for, by what decides what can be offered to them. A set.</summary>
[Flags]
public enum NewcomerGroups
{
    None = 0,

    /// <summary>0 to 5 years.</summary>
    SmallChildren = 1,

    /// <summary>6 to 12 years.</summary>
    Children = 2,

    /// <summary>13 to 17 years, with their family.</summary>
    Youths = 4,

    /// <summary>Minors alone.</summary>
    Unaccompanied = 8,

    /// <summary>18 years and more.</summary>
    Adults = 16,
}

/// <summary>
/// Something that newcomers are offered beside the practices: by the municipality, an association, a church, a neighbour. It stands on the time line in the
/// weeks after arrival in which somebody can come to it.
/// </summary>
public sealed class Initiative
{
    /// <summary>Weeks from arrival that the time line shows: a year.</summary>
    public const int Weeks = 52;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>One of the nine areas of the catalogue, such as <c>civil-society</c>.</summary>
    public required string Area { get; set; }

    public NewcomerGroups Groups { get; set; }

    /// <summary>Who runs it; null where the municipality does.</summary>
    public Guid? PartnerId { get; set; }

    /// <summary>Where, when, whom to ring; as people say it.</summary>
    public string? Particulars { get; set; }

    /// <summary>The first week after arrival somebody can come; 0 is the week of the arrival.</summary>
    public int FromWeek { get; set; }

    /// <summary>The last one; null where there is none.</summary>
    public int? ToWeek { get; set; }

    /// <summary>Every so many weeks, from 1.</summary>
    public int EveryWeeks { get; set; } = 1;

    /// <summary>No longer held; no longer on the time line.</summary>
    public bool IsEnded { get; set; }
}
