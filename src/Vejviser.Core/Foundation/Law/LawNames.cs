namespace Vejviser.Core.Foundation.Law;

/// <summary>What the law calls things on one day, in one language: the values of <c>{law:programme}</c> and its like in texts.</summary>
public sealed class LawNames
{
    private readonly IReadOnlyDictionary<string, LawName> names;
    private readonly string language;

    internal LawNames(IReadOnlyDictionary<string, LawName> names, string language) => (this.names, this.language) = (names, language);

    /// <summary>All names of the day, with their grounds.</summary>
    public IEnumerable<LawName> All => names.Values;

    /// <summary>The word for <c>programme</c>, <c>contract</c>, <c>declaration</c>, <c>benefit</c> or <c>employment-unit</c>; null for any other id.</summary>
    public string? Find(string id) => names.TryGetValue(id, out var name) ? name.Name.In(language) : null;
}

/// <summary>The rules of <c>names.yaml</c>. Every name is known on every day: a text never has a hole.</summary>
internal sealed class NameRules
{
    private static readonly string[] Expected = ["programme", "contract", "declaration", "benefit", "employment-unit"];

    private readonly IReadOnlyDictionary<string, DatedRule<LawText>> rules;

    private NameRules(IReadOnlyDictionary<string, DatedRule<LawText>> rules) => this.rules = rules;

    public static NameRules Read(string directory, LegalPeriods periods)
    {
        var file = LawNode.ReadFile(directory, "names.yaml");
        var byName = new Dictionary<string, DatedRule<LawText>>(StringComparer.Ordinal);
        file.Each("names", node =>
        {
            var rule = DatedRule<LawText>.Read(node, periods, row => new(row.Text("da"), row.Text("en")));
            if (rule.On(DateOnly.MinValue) is null || rule.On(DateOnly.MaxValue) is null)
                throw node.Refuse("a name must be open backwards and forwards");
            return byName.TryAdd(node.Text("name"), rule) ? rule : throw node.Refuse("the name stands twice");
        });
        file.Close();
        foreach (var id in Expected)
            if (!byName.ContainsKey(id))
                throw file.Refuse($"the name \"{id}\" is missing");
        return new(byName);
    }

    public LawName On(DateOnly day, string id)
    {
        var (name, ground) = rules[id].On(day)!.Value;
        return new(id, name, ground);
    }

    public LawNames AllOn(DateOnly day, string language) =>
        new(rules.Keys.ToDictionary(id => id, id => On(day, id), StringComparer.Ordinal), language);
}
