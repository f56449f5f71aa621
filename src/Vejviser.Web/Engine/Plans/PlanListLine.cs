using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A plan as one line of a list.</summary>
/// <param name="NextDue">The first date of an open task.</param>
public sealed record PlanListLine(PlanLine Plan, string Title, int Done, int All, int Late, DateOnly? NextDue)
{
    /// <summary>Whose it is, where the page is about several.</summary>
    public string? Person { get; init; }

    /// <summary>The steady contact person, or the role nobody fills yet; null where the list does not show it.</summary>
    public string? Contact { get; init; }

    /// <summary>The practice's owner in the municipality; null where the list does not show it.</summary>
    public string? Lead { get; init; }

    public static PlanListLine Of(PlanLine plan, TaskWords words, IEnumerable<TaskLine> tasks, DateOnly today)
    {
        var all = tasks.ToList();
        return new PlanListLine(
            plan, TitleOf(plan, words), all.Count(t => !t.IsToDo), all.Count, all.Count(t => t.IsLateOn(today)), all.Where(t => t.IsOpen).Min(t => t.Due));
    }

    private static string TitleOf(PlanLine plan, TaskWords words) => words.Definition(plan.VersionId)!.TextsIn(words.Language).Title;
}
