using System.Text.Json.Nodes;
using Vejviser.Core.Data;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>The two sides of a merge, both tracked.</summary>
/// <param name="At">The instant of the merge, UTC: also when it is undone.</param>
/// <param name="TakeCpr">True where the merged person's CPR number in force becomes the kept one's.</param>
public sealed record MergeSides(VejviserDb Db, Person Kept, Person Merged, DateTime At, bool TakeCpr);

/// <summary>
/// Something the product holds about a person that follows when two people turn out to be one, and comes back when they do not. Each
/// module that points at people has one, so that a merge knows them all without knowing the modules. Nothing is saved here.
/// </summary>
public interface IPersonPart
{
    /// <summary>Its name in the merge's snapshot; never changed once released.</summary>
    string Code { get; }

    /// <returns>What <see cref="UndoAsync"/> needs to put every row back as it was; null where nothing moved.</returns>
    Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel);

    Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel);
}
