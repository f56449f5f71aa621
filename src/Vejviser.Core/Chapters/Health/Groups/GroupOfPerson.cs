using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>What somebody wishes of a group follows when two people turn out to be one; where both have wished, the merged person's stays where it is.</summary>
public sealed class GroupOfPerson : IPersonPart
{
    public string Code => "group-wish";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel) =>
        await sides.Db.GroupWishes.AnyAsync(w => w.PersonId == sides.Kept.Id, cancel) || !await GiveAsync(sides, sides.Merged.Id, sides.Kept.Id, cancel) ? null : JsonValue.Create(true);

    public Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel) => GiveAsync(sides, sides.Kept.Id, sides.Merged.Id, cancel);

    /// <summary>The person is the row's key: a new one in the old one's place.</summary>
    private static async Task<bool> GiveAsync(MergeSides sides, Guid from, Guid to, CancellationToken cancel)
    {
        if (await sides.Db.GroupWishes.SingleOrDefaultAsync(w => w.PersonId == from, cancel) is not { } wish)
            return false;
        sides.Db.Remove(wish);
        sides.Db.Add(new GroupWish { PersonId = to, Days = wish.Days, ChosenTimeId = wish.ChosenTimeId, ChosenReason = wish.ChosenReason, Version = wish.Version + 1 });
        return true;
    }
}
