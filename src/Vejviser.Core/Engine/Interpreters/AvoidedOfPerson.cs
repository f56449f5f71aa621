using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>Interpreters a person does not want follow when two people turn out to be one.</summary>
public sealed class AvoidedOfPerson : IPersonPart
{
    public string Code => "interpreters-avoided";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var known = await sides.Db.InterpretersAvoided.Where(a => a.PersonId == kept).Select(a => a.InterpreterId).ToListAsync(cancel);
        var coming = await sides.Db.InterpretersAvoided.Where(a => a.PersonId == merged && !known.Contains(a.InterpreterId)).ToListAsync(cancel);
        Give(sides, coming, kept);
        return coming.Count == 0 ? null : JsonSerializer.SerializeToNode(coming.Select(a => a.InterpreterId));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var (interpreters, kept) = (moved.Deserialize<List<Guid>>()!, sides.Kept.Id);
        Give(sides, await sides.Db.InterpretersAvoided.Where(a => a.PersonId == kept && interpreters.Contains(a.InterpreterId)).ToListAsync(cancel), sides.Merged.Id);
    }

    /// <summary>The person is part of the row's key: a new row in the old one's place.</summary>
    private static void Give(MergeSides sides, List<InterpreterAvoided> rows, Guid person)
    {
        sides.Db.InterpretersAvoided.RemoveRange(rows);
        sides.Db.InterpretersAvoided.AddRange(rows.Select(a => new InterpreterAvoided { PersonId = person, InterpreterId = a.InterpreterId }));
    }
}
