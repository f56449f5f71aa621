using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>Need-to-know: who worked with the merged person's household works with the kept one's.</summary>
internal sealed class AccessesOfPerson : IPersonPart
{
    public string Code => "accesses";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (to, from) = (sides.Kept.HouseholdId, sides.Merged.HouseholdId);
        if (to == from)
            return null;
        var rows = await sides.Db.HouseholdAccesses.AsNoTracking().Where(a => a.HouseholdId == to || a.HouseholdId == from).ToListAsync(cancel);
        var known = rows.Where(a => a.HouseholdId == to).Select(a => (a.UnitId, a.AccountId, a.Why)).ToHashSet();
        var added = rows.Where(a => a.HouseholdId == from && known.Add((a.UnitId, a.AccountId, a.Why)))
            .Select(a => new HouseholdAccess { HouseholdId = to, UnitId = a.UnitId, AccountId = a.AccountId, Why = a.Why }).ToList();
        sides.Db.HouseholdAccesses.AddRange(added);
        return added.Count == 0 ? null : JsonSerializer.SerializeToNode(added.Select(a => a.Id));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        sides.Db.HouseholdAccesses.RemoveRange(await sides.Db.HouseholdAccesses.Where(a => ids.Contains(a.Id)).ToListAsync(cancel));
    }
}
