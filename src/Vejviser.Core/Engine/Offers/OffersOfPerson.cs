using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Offers;

/// <summary>
/// Offers to one person follow when two people turn out to be one. Where both wait for an answer to the same offer the merged person's stays
/// where it is: one question is enough.
/// </summary>
public sealed class OffersOfPerson : IPersonPart
{
    public string Code => "offers";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var open = await sides.Db.Offers.Where(o => o.PersonId == kept && o.Answer == OfferAnswer.None).Select(o => o.Practice).ToListAsync(cancel);
        var offers = await sides.Db.Offers.Where(o => o.PersonId == merged && (o.Answer != OfferAnswer.None || !open.Contains(o.Practice))).ToListAsync(cancel);
        offers.ForEach(o => o.PersonId = kept);
        return offers.Count == 0 ? null : JsonSerializer.SerializeToNode(offers.Select(o => o.Id));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        (await sides.Db.Offers.Where(o => ids.Contains(o.Id)).ToListAsync(cancel)).ForEach(o => o.PersonId = sides.Merged.Id);
    }
}
