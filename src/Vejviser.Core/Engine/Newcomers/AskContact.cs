using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>The person asks their contact person something. Failures: <c>newcomers.question-missing</c>, <c>newcomers.enough-today</c>.</summary>
public sealed class AskContact(VejviserDb db, NewcomerSettings settings)
{
    public const int MostCharacters = 2000;

    public async Task<Result<Done>> RunAsync(Newcomer me, string text, string language, AuditContext audit, CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MostCharacters)
            return Failure.Of("newcomers.question-missing", ("most", MostCharacters));
        var since = audit.At.AddDays(-1);
        if (await db.PersonQuestions.CountAsync(q => q.PersonId == me.PersonId && q.AskedAt > since, cancel) >= settings.MostADay)
            return Failure.Of("newcomers.enough-today");
        var question = new PersonQuestion { PersonId = me.PersonId, HouseholdId = me.HouseholdId, Text = text.Trim(), Language = language, AskedAt = audit.At };
        db.PersonQuestions.Add(question);
        await db.SaveAsync(audit, new AuditSubject(me.PersonId, me.HouseholdId, "person-question", question.Id), cancel);
        return Done.Result;
    }
}
