using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>The figures a match is made by: the practice's limits as the municipality has set them, or others that somebody tries.</summary>
public sealed class PairPolicy
{
    private readonly PracticeDefinition definition;
    private readonly IReadOnlyDictionary<string, int> tried;

    private PairPolicy(PracticeDefinition definition, IReadOnlyDictionary<string, int> tried) => (this.definition, this.tried) = (definition, tried);

    public static PairPolicy Of(PracticeDefinition definition) => new(definition, new Dictionary<string, int>());

    /// <summary>The same with other figures for some limits.</summary>
    public PairPolicy With(IReadOnlyDictionary<string, int> figures) => new(definition, figures);

    /// <exception cref="InvalidOperationException">The definition has no such limit.</exception>
    public int this[string limit] => tried.TryGetValue(limit, out var figure) ? figure : definition.LimitOf(limit);
}
