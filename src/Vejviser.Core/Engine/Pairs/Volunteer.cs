namespace Vejviser.Core.Engine.Pairs;

/// <summary>
/// Where a volunteer's child-protection certificate (børneattest) stands: the status and the day, never the certificate (LBK 362 of 2 April 2014: the association obtains it, the municipality has its word).
/// </summary>
public enum CertificateState
{
    None = 0,
    Requested,

    /// <summary>The association has seen it; it holds for the practice's months from that day.</summary>
    Seen,
}

/// <summary>A volunteer of a partner association, or a family of them, who gives time to newcomers in one practice: a mentor, a host family.</summary>
public sealed class Volunteer
{
    public const int MostHours = 100;
    public const int MostNewcomers = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The practice, such as <c>business-mentors</c>.</summary>
    public required string Practice { get; init; }

    /// <summary>The association.</summary>
    public Guid PartnerId { get; init; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>Their own sign-in, a user of the association; null where the association answers for them.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Newcomers, or families, at once.</summary>
    public int Most { get; set; } = 1;

    /// <summary>Hours a month they can give; null where the practice does not count them.</summary>
    public int? HoursAMonth { get; set; }

    public bool HasChildren { get; set; }

    public CertificateState Certificate { get; set; }

    /// <summary>The day of the status. Of a family the earliest of its grown-ups'.</summary>
    public DateOnly? CertificateOn { get; set; }

    /// <summary>Is proposed to nobody more; what stands, stands.</summary>
    public bool IsWithdrawn { get; set; }

    public List<VolunteerTown> Towns { get; init; } = [];

    public List<VolunteerLanguage> Languages { get; init; } = [];

    public List<VolunteerIndustry> Industries { get; init; } = [];

    public int Version { get; set; }
}

public sealed class VolunteerTown
{
    public Guid VolunteerId { get; init; }

    public Guid TownId { get; init; }
}

public sealed class VolunteerLanguage
{
    public Guid VolunteerId { get; init; }

    /// <summary>BCP 47, beside Danish.</summary>
    public required string Language { get; init; }
}

/// <summary>An industry a mentor works in, or knows people in.</summary>
public sealed class VolunteerIndustry
{
    public Guid VolunteerId { get; init; }

    public required string Industry { get; init; }

    /// <summary>True where they know people in it and work elsewhere.</summary>
    public bool IsNetwork { get; init; }
}
