namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>A row of the file as it is written.</summary>
/// <param name="Number">Counts people, from 1 after the header.</param>
public sealed record AllocationRow(int Number)
{
    private readonly IReadOnlyDictionary<string, int> places = new Dictionary<string, int>();
    private readonly IReadOnlyList<string> cells = [];

    internal AllocationRow(int number, IReadOnlyDictionary<string, int> places, IReadOnlyList<string> cells, bool isWhole)
        : this(number) => (this.places, this.cells, IsWhole) = (places, cells, isWhole);

    /// <summary>False where the row has more or fewer cells than the header: which cell is which cannot be told.</summary>
    public bool IsWhole { get; }

    /// <summary>The cell's text without blanks around it; empty where there is none.</summary>
    public string this[string column] => places.TryGetValue(column, out var place) && place < cells.Count ? cells[place].Trim() : "";
}
