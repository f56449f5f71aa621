using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Messages;

/// <summary>Messages and handovers follow when two people turn out to be one.</summary>
public sealed class MessagesOfPerson : IPersonPart
{
    public string Code => "messages";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var messages = await sides.Db.Messages.Where(m => m.PersonId == merged).ToListAsync(cancel);
        var handovers = await sides.Db.Handovers.Where(h => h.PersonId == merged).ToListAsync(cancel);
        messages.ForEach(m => m.PersonId = kept);
        handovers.ForEach(h => h.PersonId = kept);
        return messages.Count + handovers.Count == 0 ? null : JsonSerializer.SerializeToNode(messages.Select(m => m.Id).Concat(handovers.Select(h => h.Id)));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        (await sides.Db.Messages.Where(m => ids.Contains(m.Id)).ToListAsync(cancel)).ForEach(m => m.PersonId = sides.Merged.Id);
        (await sides.Db.Handovers.Where(h => ids.Contains(h.Id)).ToListAsync(cancel)).ForEach(h => h.PersonId = sides.Merged.Id);
    }
}
