namespace Vejviser.Core.Engine.Fairness;

/// <summary>How often a proposal was not followed, and why.</summary>
/// <param name="All">Decisions in the same time.</param>
/// <param name="Reasons">As they were written, with how often; the most frequent first.</param>
public sealed record ChoicesByHand(int All, int Chosen, IReadOnlyList<(string Reason, int Count)> Reasons)
{
    /// <param name="reasons">A reason for each decision by hand, null for each that followed the proposal.</param>
    public static ChoicesByHand Of(IReadOnlyCollection<string?> reasons)
    {
        var told = reasons.OfType<string>().ToList();
        return new ChoicesByHand(
            reasons.Count, told.Count,
            [.. told.GroupBy(r => r.Trim(), StringComparer.CurrentCultureIgnoreCase).Select(g => (g.Key, Count: g.Count())).OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.CurrentCulture)]);
    }
}
