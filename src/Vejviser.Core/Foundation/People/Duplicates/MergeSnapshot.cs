using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>All that is needed to undo a merge.</summary>
/// <param name="Before">The kept person's fields that the merge changed, by code, as they were.</param>
/// <param name="After">The same fields as the merge left them: one that was edited since is not put back.</param>
/// <param name="Pointers">People who were merged into the merged person before, and now point at the kept one.</param>
/// <param name="Parts">What each <see cref="IPersonPart"/> moved, by its code.</param>
internal sealed record MergeSnapshot(JsonObject Before, JsonObject After, List<Guid> Pointers, JsonObject Parts)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static MergeSnapshot Read(string json) => JsonSerializer.Deserialize<MergeSnapshot>(json)!;
}
