namespace Vejviser.Core.Engine.Pairs;

/// <summary>The practices that pair newcomers with volunteers.</summary>
public sealed class PairPractices(IEnumerable<PairPractice> practices)
{
    public IReadOnlyList<PairPractice> All { get; } = [.. practices.OrderBy(p => p.Key, StringComparer.Ordinal)];

    public PairPractice? Find(string id) => All.FirstOrDefault(p => p.Id == id);

    public PairPractice? ByKey(string? key) => All.FirstOrDefault(p => p.Key == key);
}
