using Vejviser.Core.Engine.Fairness;

namespace Vejviser.Web.Engine.Fairness;

/// <summary>The fairness of one match as its page and its file show it.</summary>
/// <param name="Key">The words of the match, under <c>fairness.of</c>.</param>
/// <param name="Address">The page's.</param>
/// <param name="Export">The file's address, up to its query.</param>
/// <param name="At">When the figures were counted, UTC.</param>
public sealed record FairnessView(string Key, string Address, string Export, FairnessFigures Figures, DateTime At, DateOnly Today)
{
    /// <summary>Years that can be looked at, this one among them.</summary>
    public const int Years = 5;

    public bool HasDays => Key != "interpreters";

    public bool HasRent => Key == "homes";

    public static DateOnly FirstOf(int? year, DateOnly today) => new(year is { } asked && asked <= today.Year && asked > today.Year - Years ? asked : today.Year, 1, 1);
}
