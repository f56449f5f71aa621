using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Gatherings;

/// <param name="Answer">Where it was answered on the spot.</param>
public sealed record LogQuestionInput(Guid MeetingId, Guid PersonId, string? Text, string? Answer);

/// <summary>
/// Writes down what somebody asked at a practice's open house, for them: it stands on their own page and among the questions, with the day the practice promises
/// an answer by. Failures: <c>questions.unknown-meeting</c>, <c>questions.not-open-house</c>, <c>questions.unknown-person</c>, <c>questions.text-missing</c>.
/// </summary>
public sealed class LogQuestion(VejviserDb db, EffectivePractices practices, PlanLaw law)
{
    private const string Days = "answer-days";

    public async Task<Result<Guid>> RunAsync(LogQuestionInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var id = audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return id;
        if (await db.Meetings.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(m => m.Id == input.MeetingId && m.State != MeetingState.Cancelled, cancel) is not { } meeting)
            return Failure.Of("questions.unknown-meeting");
        if (meeting is not { Kind: MeetingKind.OpenHouse, Practice: { } practice } || await EffectivePractices.NewestAsync(db, practice, cancel) is not { } newest)
            return Failure.Of("questions.not-open-house");
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == input.PersonId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("questions.unknown-person");
        if (string.IsNullOrWhiteSpace(input.Text) || input.Text.Length > AskContact.MostCharacters || input.Answer?.Length > AskContact.MostCharacters)
            return Failure.Of("questions.text-missing", ("most", AskContact.MostCharacters));
        var isAnswered = !string.IsNullOrWhiteSpace(input.Answer);
        db.PersonQuestions.Add(new PersonQuestion
        {
            Id = id, PersonId = person.Id, HouseholdId = person.HouseholdId, Text = input.Text.Trim(), Language = who.Language, AskedAt = audit.At, LoggedBy = who.AccountId, MeetingId = meeting.Id,
            AnswerBy = await AnswerByAsync(newest, audit.Day, cancel), Answer = isAnswered ? input.Answer!.Trim() : null, AnsweredAt = isAnswered ? audit.At : null, AnsweredBy = isAnswered ? who.AccountId : null,
        });
        await db.SaveAsync(audit, new AuditSubject(person.Id, person.HouseholdId, "person-question", id, AuditDetails.Of(("meeting", meeting.Id))), cancel);
        return id;
    }

    /// <summary>The last workday within the practice's days; null where it promises none.</summary>
    private async Task<DateOnly?> AnswerByAsync(PracticeVersion version, DateOnly today, CancellationToken cancel)
    {
        var definition = await practices.OfAsync(db, version, cancel);
        return definition.Limits.FirstOrDefault(l => l.Id == Days) is { } days ? (await law.CalendarAsync(db, cancel)).NextOrSame(today.AddDays(days.Value.Value)) : null;
    }
}

/// <summary>A question asked at an open house.</summary>
/// <param name="Name">Null where the reader may not see the person.</param>
public sealed record OpenHouseQuestion(Guid Id, Guid PersonId, string? Name, bool IsProtected, string? CaseRef, string Text, string Language, DateOnly? AnswerBy, string? Answer, DateTime? AnsweredAt);

/// <summary>What was asked at an open house, and who can be asked for: the people of its practice whom the reader may see.</summary>
public static class ReadOpenHouse
{
    private const int MostPeople = 500;

    public static Task<List<OpenHouseQuestion>> QuestionsAsync(VejviserDb db, Reader who, Guid meetingId, DateTime now, CancellationToken cancel) => (
        from q in db.PersonQuestions.AsNoTracking()
        where q.MeetingId == meetingId
        join p in db.People.VisibleTo(db, who, now) on q.PersonId equals p.Id
        orderby q.AnsweredAt != null, q.AskedAt
        select new OpenHouseQuestion(q.Id, p.Id, p.GivenName + " " + p.FamilyName, p.HasProtectedAddress, p.CaseRef, q.Text, q.Language, q.AnswerBy, q.Answer, q.AnsweredAt)).ToListAsync(cancel);

    public static Task<List<OpenHousePerson>> PeopleAsync(VejviserDb db, Reader who, string practice, DateTime now, CancellationToken cancel) =>
        db.People.AsNoTracking().VisibleTo(db, who, now)
            .Where(p => p.MergedIntoId == null && db.Plans.Any(l => l.Practice == practice && l.State == PlanState.Running && (l.PersonId == p.Id || (l.PersonId == null && l.HouseholdId == p.HouseholdId))))
            .OrderBy(p => p.GivenName).ThenBy(p => p.FamilyName).Take(MostPeople).Select(p => new OpenHousePerson(p.Id, p.GivenName + " " + p.FamilyName, p.HasProtectedAddress, p.CaseRef)).ToListAsync(cancel);
}

/// <summary>Somebody of the practice, to be chosen.</summary>
public sealed record OpenHousePerson(Guid Id, string Name, bool IsProtected, string? CaseRef);
