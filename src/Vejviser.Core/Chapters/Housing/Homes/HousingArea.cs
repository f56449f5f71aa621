namespace Vejviser.Core.Chapters.Housing.Homes;

/// <summary>A part of the municipality, as the distances and the neighbours in work are told by.</summary>
public sealed class HousingArea
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>Percent of the neighbours of working age who are in work.</summary>
    public int WorkPercent { get; set; }

    /// <summary>On the state's list of vulnerable areas: no newcomer is placed there (integrationsloven § 12, almenboligloven § 61 a).</summary>
    public bool IsListed { get; set; }

    /// <summary>Metres to the nearest school.</summary>
    public int SchoolMetres { get; set; }

    /// <summary>Metres to a stop with a bus or train all day.</summary>
    public int TransportMetres { get; set; }
}
