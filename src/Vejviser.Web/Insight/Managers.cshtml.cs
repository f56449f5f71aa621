using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Insight;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Insight;

/// <summary>The managers' page: what is late and where, who has how much, whether it gets better. Numbers only; names stand behind the links.</summary>
public sealed class ManagersModel(TaskWords words, CountWork counts) : VejviserPage
{
    public CountedWork Counted { get; private set; } = null!;

    public OpenLoad Load => Counted.Load;

    public LateTrend Trend => Counted.Trend;

    public TaskWords Words => words;

    public async Task<IActionResult> OnGetAsync()
    {
        Counted = await counts.ReadAsync(Reader, Cancel);
        await words.LoadAsync([], Cancel);
        return Page();
    }

    public string TitleOf(LateStep step) => ManagersWords.TitleOf(step, words, Text, Today);

    public string Week(LatePoint point) => ManagersWords.Week(point, Text, Today);
}

internal static class ManagersWords
{
    public static string TitleOf(LateStep step, TaskWords words, PageTexts text, DateOnly today) =>
        step.Step == Vejviser.Core.Engine.Catalogue.Step.Own ? text["managers.own-tasks"] : words.Title(step.Practice, step.Step, today);

    public static string Week(LatePoint point, PageTexts text, DateOnly today) => point.Day == today ? text["managers.today"] : text.Week(point.Day);

    public static int? Percent(PhaseOnTime phase) => phase.Done == 0 ? null : (int)Math.Round(100.0 * phase.OnTime / phase.Done, MidpointRounding.AwayFromZero);
}
