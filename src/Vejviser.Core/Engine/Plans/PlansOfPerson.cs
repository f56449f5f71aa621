using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Plans;

/// <summary>
/// Plans that run for one person follow when two people turn out to be one. Where both are in the same practice the merged person's plan stays
/// where it is: two cannot run for one person, and somebody must end one of them.
/// </summary>
public sealed class PlansOfPerson : IPersonPart
{
    public string Code => "plans";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var running = await sides.Db.Plans.Where(p => p.PersonId == kept && p.EndedAt == null).Select(p => p.Practice).ToListAsync(cancel);
        var plans = await sides.Db.Plans.Where(p => p.PersonId == merged && (p.EndedAt != null || !running.Contains(p.Practice))).ToListAsync(cancel);
        plans.ForEach(p => p.PersonId = kept);
        return plans.Count == 0 ? null : JsonSerializer.SerializeToNode(plans.Select(p => p.Id));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        (await sides.Db.Plans.Where(p => ids.Contains(p.Id)).ToListAsync(cancel)).ForEach(p => p.PersonId = sides.Merged.Id);
    }
}
