using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Courses;

/// <summary>A person's places in courses follow when two people turn out to be one; where both are on one course, the merged person's stays where it is.</summary>
public sealed class CoursesOfPerson : IPersonPart
{
    public string Code => "courses";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var had = await sides.Db.CoursePlaces.Where(p => p.PersonId == kept).Select(p => p.CourseId).ToListAsync(cancel);
        var places = await sides.Db.CoursePlaces.Where(p => p.PersonId == merged && !had.Contains(p.CourseId)).ToListAsync(cancel);
        places.ForEach(p => p.PersonId = kept);
        return places.Count == 0 ? null : JsonSerializer.SerializeToNode(places.ConvertAll(p => p.Id));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        foreach (var place in await sides.Db.CoursePlaces.Where(p => ids.Contains(p.Id)).ToListAsync(cancel))
            place.PersonId = sides.Merged.Id;
    }
}
