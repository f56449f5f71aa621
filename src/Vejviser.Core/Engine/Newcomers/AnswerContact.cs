using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// An employee answers a person's question; the person is told, in the same transaction, that there is an answer on their page. Where no way reaches them the answer
/// stands on the page all the same. Failures: <c>newcomers.unknown-question</c>, <c>newcomers.answer-missing</c>, <c>newcomers.answered-already</c>.
/// </summary>
public sealed class AnswerContact(VejviserDb db, QueueMessage queue, MessageSettings settings)
{
    public async Task<Result<Done>> RunAsync(Guid questionId, string answer, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.PersonQuestions.SingleOrDefaultAsync(q => q.Id == questionId, cancel) is not { } question
            || await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == question.PersonId, cancel) is not { } person)
            return Failure.Of("newcomers.unknown-question");
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > AskContact.MostCharacters)
            return Failure.Of("newcomers.answer-missing", ("most", AskContact.MostCharacters));
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if (question.AnsweredAt is not null)
            return Failure.Of("newcomers.answered-already");
        (question.Answer, question.AnsweredAt, question.AnsweredBy) = (answer.Trim(), audit.At, who.AccountId);
        question.Version++;
        List<AuditSubject> subjects = [new AuditSubject(person.Id, person.HouseholdId, "person-question", question.Id)];
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["given-name"] = person.GivenName, ["contact-name"] = who.Name, ["link"] = $"{settings.Site}/my/questions" };
        var told = await queue.RunAsync(new NewMessage($"answer:{question.Id}", "answer", "", WriteToPerson.ReceiverOf(person), values), audit, cancel);
        if (told.IsSuccess)
            subjects.Add(QueueMessage.SubjectOf(told.Value));
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("newcomers.answered-already") : Done.Result;
    }
}
