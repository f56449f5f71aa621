using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Vejviser.Core.Foundation.People.Duplicates;

/// <summary>Consents: those about the merged person, and those the merged person gave or withdrew for somebody.</summary>
internal sealed class ConsentsOfPerson : IPersonPart
{
    private sealed record Moved(List<Guid> About, List<Guid> Given, List<Guid> Withdrawn);

    public string Code => "consents";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var consents = await sides.Db.Consents.Where(c => c.PersonId == merged || c.GivenById == merged || c.WithdrawnById == merged).ToListAsync(cancel);
        var moved = new Moved([], [], []);
        foreach (var consent in consents)
        {
            if (consent.PersonId == merged)
            {
                consent.PersonId = kept;
                moved.About.Add(consent.Id);
            }

            if (consent.GivenById == merged)
            {
                consent.GivenById = kept;
                moved.Given.Add(consent.Id);
            }

            if (consent.WithdrawnById == merged)
            {
                consent.WithdrawnById = kept;
                moved.Withdrawn.Add(consent.Id);
            }
        }

        return consents.Count == 0 ? null : JsonSerializer.SerializeToNode(moved);
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var was = moved.Deserialize<Moved>()!;
        var ids = was.About.Union(was.Given).Union(was.Withdrawn).ToList();
        foreach (var consent in await sides.Db.Consents.Where(c => ids.Contains(c.Id)).ToListAsync(cancel))
        {
            if (was.About.Contains(consent.Id))
                consent.PersonId = sides.Merged.Id;
            if (was.Given.Contains(consent.Id))
                consent.GivenById = sides.Merged.Id;
            if (was.Withdrawn.Contains(consent.Id))
                consent.WithdrawnById = sides.Merged.Id;
        }
    }
}
