using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>Relations: what the kept person already has is dropped, and so is a relation between the two.</summary>
internal sealed class RelationsOfPerson : IPersonPart
{
    private sealed record Row(Guid Id, Guid PersonId, Guid OtherPersonId, RelationKind Kind);

    private sealed record Moved(List<Row> Moves, List<Row> Dropped);

    public string Code => "relations";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var rows = await sides.Db.Relations.Where(r => r.PersonId == merged || r.OtherPersonId == merged || r.PersonId == kept || r.OtherPersonId == kept).ToListAsync(cancel);
        var moving = rows.Where(r => r.PersonId == merged || r.OtherPersonId == merged).ToList();
        var taken = rows.Except(moving).Select(r => (r.PersonId, r.OtherPersonId, r.Kind)).ToHashSet();
        var moved = new Moved([], []);
        foreach (var relation in moving)
        {
            var before = new Row(relation.Id, relation.PersonId, relation.OtherPersonId, relation.Kind);
            var (first, second) = (relation.PersonId == merged ? kept : relation.PersonId, relation.OtherPersonId == merged ? kept : relation.OtherPersonId);
            if (first == second || !taken.Add((first, second, relation.Kind)))
            {
                sides.Db.Relations.Remove(relation);
                moved.Dropped.Add(before);
                continue;
            }

            (relation.PersonId, relation.OtherPersonId) = (first, second);
            moved.Moves.Add(before);
        }

        return moving.Count == 0 ? null : JsonSerializer.SerializeToNode(moved);
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var was = moved.Deserialize<Moved>()!;
        var ids = was.Moves.Select(r => r.Id).ToList();
        foreach (var relation in await sides.Db.Relations.Where(r => ids.Contains(r.Id)).ToListAsync(cancel))
        {
            var before = was.Moves.Find(r => r.Id == relation.Id)!;
            (relation.PersonId, relation.OtherPersonId) = (before.PersonId, before.OtherPersonId);
        }

        foreach (var dropped in was.Dropped)
            sides.Db.Relations.Add(new Relation { Id = dropped.Id, PersonId = dropped.PersonId, OtherPersonId = dropped.OtherPersonId, Kind = dropped.Kind });
    }
}
