using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Foundation.People.Duplicates;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Answers to practices' questions follow when two people turn out to be one; what the kept person answered stands.</summary>
public sealed class AnswersOfPerson : IPersonPart
{
    public string Code => "answers";

    public async Task<JsonNode?> MoveAsync(MergeSides sides, CancellationToken cancel)
    {
        var (kept, merged) = (sides.Kept.Id, sides.Merged.Id);
        var known = await sides.Db.PersonAnswers.Where(a => a.PersonId == kept).Select(a => a.Question).ToListAsync(cancel);
        var answers = await sides.Db.PersonAnswers.Where(a => a.PersonId == merged && !known.Contains(a.Question)).ToListAsync(cancel);
        Give(sides, answers, kept);
        return answers.Count == 0 ? null : JsonSerializer.SerializeToNode(answers.Select(a => a.Question));
    }

    public async Task UndoAsync(MergeSides sides, JsonNode moved, CancellationToken cancel)
    {
        var (questions, kept) = (moved.Deserialize<List<string>>()!, sides.Kept.Id);
        Give(sides, await sides.Db.PersonAnswers.Where(a => a.PersonId == kept && questions.Contains(a.Question)).ToListAsync(cancel), sides.Merged.Id);
    }

    /// <summary>The person is part of the row's key: a new row in the old one's place.</summary>
    private static void Give(MergeSides sides, List<PersonAnswer> answers, Guid person)
    {
        sides.Db.PersonAnswers.RemoveRange(answers);
        sides.Db.PersonAnswers.AddRange(answers.Select(a => new PersonAnswer { PersonId = person, Question = a.Question, IsYes = a.IsYes, At = a.At, ByAccountId = a.ByAccountId }));
    }
}
