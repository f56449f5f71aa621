namespace Vejviser.Core.Foundation.Law;

/// <summary>The rules of <c>interpreters.yaml</c>: exactly one for each field.</summary>
internal sealed class InterpreterRules
{
    private static readonly Dictionary<string, InterpretingField> Fields =
        Enum.GetValues<InterpretingField>().ToDictionary(f => f.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly Dictionary<InterpretingField, DatedRule<(int? Age, IReadOnlyList<InterpreterException> Exceptions)>> rules = [];

    public static InterpreterRules Read(string directory, LegalPeriods periods)
    {
        var file = LawNode.ReadFile(directory, "interpreters.yaml");
        var read = new InterpreterRules();
        file.Each("rules", node =>
        {
            var rule = DatedRule<(int?, IReadOnlyList<InterpreterException>)>.Read(node, periods, row =>
                (row.NumberOrNone("age"), row.Each("exceptions", e => new InterpreterException(e.Text("case"), e.NumberOrNone("age")))));
            return read.rules.TryAdd(node.Choice("field", Fields), rule) ? rule : throw node.Refuse("a second rule for the same field");
        });
        file.Close();
        foreach (var (word, field) in Fields)
            if (!read.rules.ContainsKey(field))
                throw file.Refuse($"no rule for field {word}");
        return read;
    }

    public InterpreterLeastAge? On(DateOnly day, InterpretingField field) =>
        rules[field].On(day) is { } found ? new(found.Value.Age, found.Value.Exceptions, found.Ground) : null;
}
