using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans;

/// <summary>A task as the definition wants it for a household.</summary>
/// <param name="PersonId">Set where the step is each person's.</param>
/// <param name="Due">Null while the anchor it counts from has no date.</param>
/// <param name="Unknown">Conditions whose facts are not known yet: ask. Empty where the step surely is for them.</param>
/// <param name="Order">Place in the plan, from 0: by phase, then as the definition has it, then by person.</param>
public sealed record ComputedTask(Step Step, Guid? PersonId, DateOnly? Due, IReadOnlyList<string> Unknown, int Order);

/// <summary>The one place where a plan's tasks and their dates come from: making, previewing and moving all ask here.</summary>
public static class PlanComputation
{
    /// <param name="anchors">As <see cref="PlanAnchors.Resolve"/> gives them.</param>
    /// <param name="lawDate">Steps exist by the law of this day, and ages are those on it.</param>
    /// <param name="person">The one the plan is for; null where it is the household's.</param>
    public static IReadOnlyList<ComputedTask> Compute(
        PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, DateOnly lawDate, HouseholdFacts household, WorkdayCalendar calendar,
        Guid? person = null) =>
        [.. StepsOn(definition, lawDate)
            .SelectMany(step => For(step, household, person, lawDate).Select(f => (Step: step, f.PersonId, f.Verdict, Due: step.Due.Compute(anchors, calendar))))
            .Select((t, i) => new ComputedTask(t.Step, t.PersonId, t.Due, [.. t.Verdict.Unknown], i))];

    /// <summary>The steps that exist on a law date, by phase and then as the definition has them.</summary>
    public static IEnumerable<Step> StepsOn(PracticeDefinition definition, DateOnly lawDate)
    {
        var place = definition.Phases.Index().ToDictionary(p => p.Item, p => p.Index);
        return definition.Steps.Where(s => s.Law.Holds(lawDate)).OrderBy(s => place[s.Phase]);
    }

    /// <summary>Each step's date: it hangs on the anchors alone, whoever the task is for.</summary>
    public static IReadOnlyDictionary<string, DateOnly?> Dates(
        PracticeDefinition definition, IReadOnlyDictionary<string, DateOnly> anchors, WorkdayCalendar calendar) =>
        definition.Steps.ToDictionary(s => s.Id, s => s.Due.Compute(anchors, calendar));

    /// <summary>A condition that surely fails leaves the step out; one that cannot be told yet never does.</summary>
    private static IEnumerable<(Guid? PersonId, Verdict Verdict)> For(Step step, HouseholdFacts household, Guid? person, DateOnly lawDate)
    {
        var asked = step.Each == StepEach.Household
            ? [((Guid?)null, step.If.Ask(household, lawDate))]
            : household.People.Where(p => person is null || p.Id == person).Select(p => ((Guid?)p.Id, step.If.Ask(household, p, lawDate)));
        return asked.Where(a => a.Item2.Truth != Truth.No);
    }
}
