namespace Vejviser.Core.Foundation.People;

/// <summary>The short name on pages where a name would say too much: the case reference, or the last six signs of the id where there is none.</summary>
public static class CaseLabels
{
    private const int Signs = 6;

    public static string OfPerson(Guid person, string? reference) => reference ?? $"P-{Last(person)}";

    public static string OfHousehold(Guid household, string? reference) => reference ?? $"H-{Last(household)}";

    private static string Last(Guid id) => id.ToString("N")[^Signs..].ToUpperInvariant();
}
