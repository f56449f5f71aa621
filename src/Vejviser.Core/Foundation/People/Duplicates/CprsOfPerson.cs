using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>CPR numbers: all are kept, one is in force, by choice.</summary>
internal sealed class CprsOfPerson : IPersonPart
{
    private sealed record Moved(List<Guid> Ids, List<Guid> Ended);

    public string Code => "cprs";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var all = await sides.Db.PersonCprs.Where(c => c.PersonId == kept || c.PersonId == merged).ToListAsync(cancel);
        var moving = all.Where(c => c.PersonId == merged).ToList();
        var keptHasOne = all.Exists(c => c.PersonId == kept && c.Until is null);
        var ending = moving.Exists(c => c.Until is null) && keptHasOne
            ? all.Where(c => c.Until is null && c.PersonId == (sides.TakeCpr ? kept : merged)).ToList()
            : [];
        ending.ForEach(c => c.Until = sides.At);
        moving.ForEach(c => c.PersonId = kept);
        return moving.Count + ending.Count == 0 ? null : JsonSerializer.SerializeToNode(new Moved([.. moving.Select(c => c.Id)], [.. ending.Select(c => c.Id)]));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var was = moved.Deserialize<Moved>()!;
        foreach (var cpr in await sides.Db.PersonCprs.Where(c => was.Ids.Contains(c.Id) || was.Ended.Contains(c.Id)).ToListAsync(cancel))
        {
            if (was.Ids.Contains(cpr.Id))
                cpr.PersonId = sides.Merged.Id;
            if (was.Ended.Contains(cpr.Id) && cpr.Until == sides.At)
                cpr.Until = null;
        }
    }
}
