using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <param name="IsYes">Null takes the answer back: it is not known again.</param>
public sealed record AnswerQuestionInput(Guid PersonId, string Question, bool? IsYes);

/// <summary>
/// Notes the answer to a practice's question about a person. The same answer again writes nothing. Failures: <c>people.unknown</c>,
/// <c>offers.question-unknown</c>.
/// </summary>
public sealed class AnswerQuestion(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<Done>> RunAsync(AnswerQuestionInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var person = await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == input.PersonId && p.MergedIntoId == null, cancel);
        if (person is null)
            return Failure.Of("people.unknown");
        if (!(await practices.AllAsync(db, cancel)).Any(p => p.Questions.Contains(input.Question)))
            return Failure.Of("offers.question-unknown");
        try
        {
            await SaveAsync(input, person, audit, cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("person_answer"))
        {
            // A colleague answered it at the same moment: the later word holds.
            db.ChangeTracker.Clear();
            await SaveAsync(input, person, audit, cancel);
        }

        return default(Done);
    }

    private async Task SaveAsync(AnswerQuestionInput input, Person person, AuditContext audit, CancellationToken cancel)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return;
        var answer = await db.PersonAnswers.SingleOrDefaultAsync(a => a.PersonId == person.Id && a.Question == input.Question, cancel);
        var before = answer?.IsYes;
        if (before == input.IsYes)
            return;
        switch (answer, input.IsYes)
        {
            case (null, { } first):
                db.PersonAnswers.Add(new PersonAnswer { PersonId = person.Id, Question = input.Question, IsYes = first, At = audit.At, ByAccountId = audit.Actor });
                break;
            case ({ } known, { } other):
                (known.IsYes, known.At, known.ByAccountId) = (other, audit.At, audit.Actor);
                break;
            case ({ } known, null):
                db.PersonAnswers.Remove(known);
                break;
        }

        var details = AuditDetails.Of(("question", input.Question), ("answer", new[] { before, input.IsYes }));
        await db.SaveAsync(audit, new AuditSubject(person.Id, person.HouseholdId, "person-answer", person.Id, details), cancel);
    }
}
