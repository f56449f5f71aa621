namespace Vejviser.Core.Foundation.Law;

/// <summary>The rules of <c>health-assessment.yaml</c>: exactly one for each residence basis.</summary>
internal sealed class HealthRules
{
    private static readonly Dictionary<string, HealthDuty> Duties =
        Enum.GetValues<HealthDuty>().ToDictionary(d => d.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly IReadOnlyDictionary<LawBasis, DatedRule<(HealthDuty Duty, int Months)>> rules;

    private HealthRules(IReadOnlyDictionary<LawBasis, DatedRule<(HealthDuty Duty, int Months)>> rules) => this.rules = rules;

    public static HealthRules Read(string directory, LegalPeriods periods) =>
        new(RulesByBasis.Read(directory, "health-assessment.yaml", periods, row => (row.Choice("duty", Duties), row.Number("months"))));

    public HealthAssessment? After(DateOnly takeover, LawBasis basis) => rules[basis].On(takeover) is { } found
        ? new(found.Value.Duty, takeover.AddMonths(found.Value.Months), found.Ground)
        : null;
}
