using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Insight.Outcomes;

/// <summary>What those asked in one month answered.</summary>
/// <param name="Means">By question, from 1 to 5; none where too few answered for anybody to be hidden among them.</param>
/// <param name="Replies">How many answered; null where they are too few.</param>
public sealed record SurveyMonth(DateOnly Month, int? Replies, IReadOnlyDictionary<string, double> Means);

/// <summary>
/// A practice's survey month by month. It says how those who answered felt in that month, and nothing of those who did not; months with few answers are named and
/// not shown, so that no one's answer can be read out of the picture.
/// </summary>
public sealed record SurveyTrend(PracticeSurvey Survey, IReadOnlyList<SurveyMonth> Months)
{
    private const int MostMonths = 24;

    /// <summary>Empty while nobody has answered.</summary>
    public static async Task<SurveyTrend> ReadAsync(VejviserDb db, string practice, PracticeSurvey survey, CancellationToken cancel)
    {
        var rows = await db.SurveyAnswers.AsNoTracking().Where(a => a.Practice == practice && a.Survey == survey.Id).GroupBy(a => new { a.Month, a.Question })
            .Select(g => new { g.Key.Month, g.Key.Question, Count = g.Count(), Mean = g.Average(a => a.Score) }).ToListAsync(cancel);
        return new SurveyTrend(survey, [.. rows.GroupBy(r => r.Month).OrderBy(g => g.Key).TakeLast(MostMonths).Select(g => Of(g.Key, g.Max(r => r.Count), g.Min(r => r.Count) >= survey.AnswersLeast.Value, g.ToDictionary(r => r.Question, r => r.Mean, StringComparer.Ordinal)))]);
    }

    private static SurveyMonth Of(DateOnly month, int replies, bool isShown, Dictionary<string, double> means) =>
        isShown ? new SurveyMonth(month, replies, means) : new SurveyMonth(month, null, new Dictionary<string, double>());
}
