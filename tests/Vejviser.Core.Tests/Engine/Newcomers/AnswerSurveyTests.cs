using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Insight.Outcomes;
using Vejviser.Core.Tests.Engine.Gatherings;
using Vejviser.Testing;
using static Vejviser.Core.Tests.Engine.Gatherings.GatheringWorld;

namespace Vejviser.Core.Tests.Engine.Newcomers;

/// <summary>Asked from the day on, answered once, and nobody's answer to be told from another's.</summary>
public sealed class AnswerSurveyTests
{
    private static readonly DateTime MonthThree = new(2026, 7, 14, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Answer_FromItsDayOn_IsKeptOnceAndLeadsToNobody(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Dialogue);
        var plan = await world.SingleAsync("ar");

        Assert.Equal("newcomers.survey-gone", (await AnswerAsync(world, plan, 4, Now)).Failure?.Code);
        Assert.Equal("newcomers.survey-incomplete", (await AnswerAsync(world, plan, 6, MonthThree)).Failure?.Code);
        Assert.True((await AnswerAsync(world, plan, 4, MonthThree)).IsSuccess);
        Assert.Equal("newcomers.survey-gone", (await AnswerAsync(world, plan, 1, MonthThree)).Failure?.Code);

        await using var db = world.Open();
        var answers = await db.SurveyAnswers.ToListAsync(Cancel);
        Assert.All(answers, a => Assert.Equal((4, new DateOnly(2026, 7, 1)), (a.Score, a.Month)));
        // An id of version 7 tells when it was made: laid beside the audit it would tell whose it is.
        Assert.All(answers, a => Assert.Equal(4, a.Id.Version));
        Assert.DoesNotContain(await db.AuditEntries.Where(e => e.Action == "test.answer").Select(e => e.Details).ToListAsync(Cancel), d => d?.Contains('4', StringComparison.Ordinal) == true);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Trend_FewerAnswersThanThePracticeAsks_NamesTheMonthAndShowsNothing(DatabaseKind kind)
    {
        await using var world = await CreateAsync(kind, Dialogue);
        var plans = new List<Guid>();
        for (var i = 0; i < 5; i++)
            plans.Add(await world.SingleAsync("ti"));
        foreach (var plan in plans.Take(4))
            await AnswerAsync(world, plan, 2, MonthThree);
        Assert.Null(Assert.Single((await TrendAsync(world)).Months).Replies);

        await AnswerAsync(world, plans[4], 5, MonthThree);

        var month = Assert.Single((await TrendAsync(world)).Months);
        Assert.Equal(5, month.Replies);
        Assert.Equal(2.6, month.Means["is-heard"], 6);
    }

    private static async Task<SurveyTrend> TrendAsync(GatheringWorld world)
    {
        await using var db = world.Open();
        return await SurveyTrend.ReadAsync(db, Dialogue, world.Practices.Catalogue.Find(Dialogue)!.Surveys.Single(), Cancel);
    }

    private static async Task<Result<Done>> AnswerAsync(GatheringWorld world, Guid planId, int score, DateTime now)
    {
        await using var db = world.Open();
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == planId, Cancel);
        var me = new Newcomer(Guid.CreateVersion7(), plan.PersonId!.Value, plan.HouseholdId, HouseholdRole.Head, "Navn", "ar");
        var scores = new[] { "looks-forward", "knows-next", "is-heard" }.ToDictionary(q => q, _ => score, StringComparer.Ordinal);
        return await new AnswerSurvey(db, world.Practices).RunAsync(me, planId, "motivation", scores, By(now) with { Action = "test.answer" }, Cancel);
    }
}
