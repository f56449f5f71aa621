namespace Vejviser.Core.Foundation.Law;

/// <summary>The rules of <c>contract.yaml</c>: months from the takeover, by the rule's id.</summary>
internal sealed class DeadlineRules
{
    private readonly Dictionary<string, DatedRule<int>> months;

    private DeadlineRules(Dictionary<string, DatedRule<int>> months) => this.months = months;

    public static DeadlineRules Read(string directory, string fileName, LegalPeriods periods, params string[] expected)
    {
        var file = LawNode.ReadFile(directory, fileName);
        var rules = file.Each("rules", node => DatedRule<int>.Read(node, periods, row => row.Number("months")));
        file.Close();
        foreach (var id in expected)
            if (rules.Count(r => r.Id == id) != 1)
                throw file.Refuse($"exactly one rule \"{id}\" is expected");
        return new(rules.ToDictionary(r => r.Id, StringComparer.Ordinal));
    }

    public Deadline? After(DateOnly takeover, string rule) =>
        months[rule].On(takeover) is { } found ? new(takeover.AddMonths(found.Value), found.Ground) : null;
}
