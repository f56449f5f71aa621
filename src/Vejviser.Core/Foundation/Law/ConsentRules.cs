namespace Vejviser.Core.Foundation.Law;

/// <summary>From which age a person decides alone about a consent.</summary>
/// <param name="Age">In whole years.</param>
/// <param name="CustodyHolderIsTold">Whether the custody holder is to be told of a consent that a minor of that age gave alone.</param>
public sealed record ConsentAge(int Age, bool CustodyHolderIsTold, LegalGround Ground);

/// <summary>The rules of <c>consent.yaml</c>: one for each named purpose, and one for all others.</summary>
internal sealed class ConsentRules
{
    private const string Others = "others";

    private readonly Dictionary<string, DatedRule<(int Age, bool IsTold)>> byPurpose = new(StringComparer.Ordinal);

    public static ConsentRules Read(string directory, LegalPeriods periods)
    {
        var file = LawNode.ReadFile(directory, "consent.yaml");
        var read = new ConsentRules();
        file.Each("rules", node =>
        {
            var rule = DatedRule<(int, bool)>.Read(node, periods, row => (row.Number("age"), row.Flag("custody-holder-is-told")));
            foreach (var purpose in node.Each("purposes", p => p.Text("purpose")))
                if (!read.byPurpose.TryAdd(purpose, rule))
                    throw node.Refuse($"a second rule for {purpose}");
            return rule;
        });
        file.Close();
        return read.byPurpose.ContainsKey(Others) ? read : throw file.Refuse("no rule for the purpose \"others\"");
    }

    public ConsentAge? On(DateOnly day, string purpose) => (byPurpose.GetValueOrDefault(purpose) ?? byPurpose[Others]).On(day) is { } found
        ? new(found.Value.Age, found.Value.IsTold, found.Ground)
        : null;
}
