using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Questions and papers follow when two people turn out to be one. A link stays with whom it was given to: the person is given a new one.</summary>
public sealed class NewcomerOfPerson : IPersonPart
{
    public string Code => "newcomer";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var questions = await sides.Db.PersonQuestions.Where(q => q.PersonId == merged).ToListAsync(cancel);
        var documents = await sides.Db.PersonDocuments.Where(d => d.PersonId == merged).ToListAsync(cancel);
        questions.ForEach(q => q.PersonId = kept);
        documents.ForEach(d => d.PersonId = kept);
        return questions.Count + documents.Count == 0 ? null : JsonSerializer.SerializeToNode(questions.Select(q => q.Id).Concat(documents.Select(d => d.Id)));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var ids = moved.Deserialize<List<Guid>>()!;
        (await sides.Db.PersonQuestions.Where(q => ids.Contains(q.Id)).ToListAsync(cancel)).ForEach(q => q.PersonId = sides.Merged.Id);
        (await sides.Db.PersonDocuments.Where(d => ids.Contains(d.Id)).ToListAsync(cancel)).ForEach(d => d.PersonId = sides.Merged.Id);
    }
}
