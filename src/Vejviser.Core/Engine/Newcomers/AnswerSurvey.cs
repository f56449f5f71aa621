using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>A survey that waits for the person's answer.</summary>
public sealed record OpenSurvey(Guid PlanId, Guid HouseholdId, string Practice, PracticeSurvey Survey);

/// <summary>
/// The person answers a practice's survey on their own page. That they have answered is kept with their plan; what they answered is kept by itself, with nothing
/// that leads back to them, and no row of the audit holds it. Failures: <c>newcomers.survey-gone</c>, <c>newcomers.survey-incomplete</c>.
/// </summary>
public sealed class AnswerSurvey(VejviserDb db, EffectivePractices practices)
{
    public const int Least = 1;
    public const int Most = 5;

    /// <param name="scores">By the question's id.</param>
    public async Task<Result<Done>> RunAsync(Newcomer me, Guid planId, string survey, IReadOnlyDictionary<string, int> scores, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        if ((await OpenAsync(me, audit.Day, cancel)).FirstOrDefault(s => s.PlanId == planId && s.Survey.Id == survey) is not { } open)
            return Failure.Of("newcomers.survey-gone");
        if (open.Survey.Questions.Any(q => scores.GetValueOrDefault(q) is < Least or > Most))
            return Failure.Of("newcomers.survey-incomplete");
        var month = new DateOnly(audit.Day.Year, audit.Day.Month, 1);
        db.SurveyReplies.Add(new SurveyReply { PlanId = planId, Survey = survey, Month = month });
        db.SurveyAnswers.AddRange(open.Survey.Questions.Select(q => new SurveyAnswer { Practice = open.Practice, Survey = survey, Question = q, Month = month, Score = scores[q] }));
        try
        {
            await db.SaveAsync(audit, new AuditSubject(me.PersonId, me.HouseholdId, "survey-reply", planId), cancel);
            return Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("survey_reply"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("newcomers.survey-gone");
        }
    }

    /// <summary>Surveys of the person's running plans whose step's day has come, and that nobody has answered for the plan.</summary>
    public async Task<IReadOnlyList<OpenSurvey>> OpenAsync(Newcomer me, DateOnly today, CancellationToken cancel)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.State == PlanState.Running && (p.PersonId == me.PersonId || (me.IsAdultOfHousehold && p.PersonId == null && p.HouseholdId == me.HouseholdId)))
            .OrderBy(p => p.StartedAt).ToListAsync(cancel);
        var found = new List<OpenSurvey>();
        foreach (var plan in plans)
            foreach (var survey in (await practices.OfAsync(db, plan.PracticeVersionId, cancel)).Surveys)
                if (await db.PlanTasks.AnyAsync(t => t.PlanId == plan.Id && t.Step == survey.Step && t.State != TaskState.Skipped && t.Due <= today, cancel)
                    && !await db.SurveyReplies.AnyAsync(r => r.PlanId == plan.Id && r.Survey == survey.Id, cancel))
                    found.Add(new OpenSurvey(plan.Id, plan.HouseholdId, plan.Practice, survey));
        return found;
    }
}
