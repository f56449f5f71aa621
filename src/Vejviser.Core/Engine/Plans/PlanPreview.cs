using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans;

/// <summary>A line of <c>plan preview</c>; its JSON is the command's stable answer.</summary>
/// <param name="Owner">The role's id.</param>
/// <param name="Due">Null where an anchor it needs was not given.</param>
/// <param name="Blocks">Ids of goals.</param>
public sealed record PreviewStep(string Step, string Title, string Owner, DateOnly? Due, IReadOnlyList<string> Blocks);

/// <summary>A practice's plan without a household: every step the law allows, once.</summary>
public static class PlanPreview
{
    /// <param name="anchors">As <see cref="PlanAnchors.Resolve"/> gives them.</param>
    /// <param name="lawDate">See <see cref="PlanAnchors.LawDate"/>, or the day that was asked for.</param>
    /// <param name="lawName">What the law calls a thing on the law date, in the same language.</param>
    public static IReadOnlyList<PreviewStep> Compute(
        PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, DateOnly lawDate, WorkdayCalendar calendar, string language,
        Func<string, string> lawName)
    {
        var texts = definition.TextsIn(language);
        return [.. PlanComputation.StepsOn(definition, lawDate).Select(s => new PreviewStep(
            s.Id, PracticeTexts.Fill(texts.Steps[s.Id].Title, definition, lawName), s.Owner, s.Due.Compute(anchors, calendar), s.Blocks))];
    }
}
