namespace Vejviser.Core.Foundation.Law;

/// <summary>Reads a file with <c>rules</c> that each name their <c>bases</c>: every basis has exactly one.</summary>
internal static class RulesByBasis
{
    public static IReadOnlyDictionary<LawBasis, DatedRule<T>> Read<T>(
        string directory, string fileName, LegalPeriods periods, Func<LawNode, T> readValue)
    {
        var file = LawNode.ReadFile(directory, fileName);
        var byBasis = new Dictionary<LawBasis, DatedRule<T>>();
        file.Each("rules", node =>
        {
            var rule = DatedRule<T>.Read(node, periods, readValue);
            foreach (var basis in node.Choices("bases", LawBases.ByWord))
                if (!byBasis.TryAdd(basis, rule))
                    throw node.Refuse($"two rules for basis {basis.ToString().ToLowerInvariant()}: {byBasis[basis].Id} and {rule.Id}");
            return rule;
        });
        file.Close();
        foreach (var (word, basis) in LawBases.ByWord)
            if (!byBasis.ContainsKey(basis))
                throw file.Refuse($"no rule for basis {word}");
        return byBasis;
    }
}
