namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>A part of the municipality that distances are told from: an address is not needed to find a doctor nearby, and is not shown.</summary>
public sealed class CareDistrict
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public MapPoint Place => new(Latitude, Longitude);
}

/// <summary>The district a household lives in, or will.</summary>
public sealed class HouseholdDistrict
{
    public Guid HouseholdId { get; init; }

    public Guid DistrictId { get; set; }
}
