using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Plans;

/// <summary>Tasks that are for one person follow when two people turn out to be one; they stay in their plan.</summary>
public sealed class TasksOfPerson : IPersonPart
{
    public string Code => "tasks";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var tasks = await sides.Db.PlanTasks.Where(t => t.PersonId == sides.Merged.Id).ToListAsync(cancel);
        tasks.ForEach(t => t.PersonId = sides.Kept.Id);
        return tasks.Count == 0 ? null : JsonSerializer.SerializeToNode(tasks.Select(t => t.Id));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        (await sides.Db.PlanTasks.Where(t => ids.Contains(t.Id)).ToListAsync(cancel)).ForEach(t => t.PersonId = sides.Merged.Id);
    }
}
