using System.Text.Json;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the road's pages call ages, dates that rules count from, and who has a task.</summary>
public static class PlanWords
{
    public static string Anchor(this PageTexts text, string anchor) => text[$"plan.anchor.{anchor}"];

    /// <summary>A date that a practice counts from: by the practice's own texts where it names it, else as all call it.</summary>
    public static string AnchorOf(this PageTexts text, PracticeDefinition definition, string anchor) =>
        definition.TextsIn(text.Language).Anchors.TryGetValue(anchor, out var name) ? name : text.Anchor(anchor);

    /// <summary>34 år; ukendt alder where not even the year is known.</summary>
    public static string Age(this PageTexts text, int? age) => age is null ? text["plan.age-unknown"] : text["plan.age", ("age", age)];

    /// <summary>Who has it: the employee, else the unit, else the role that nobody fills yet.</summary>
    public static string Owner(this TaskWords words, TaskLine task) => task.Owner ?? task.OwnerUnit ?? words.Role(task.VersionId, task.OwnerRole);

    /// <summary>Who does it: the partner and then the owner who sees to it, or the owner alone.</summary>
    public static string Doer(this TaskWords words, TaskLine task) => words.Partner(task.Name) is { } partner ? $"{partner} · {words.Owner(task)}" : words.Owner(task);

    /// <summary>The product's own reasons for skipping, in words; a person's reason as it was written.</summary>
    public static string SkipReason(this TaskWords words, PageTexts text, string? reason) => SkipReasons.Read(reason) switch
    {
        null => reason ?? "",
        (var code, { } practice) => text[$"plan.skip.{code}", ("practice", words.PracticeTitle(practice))],
        (var code, null) => text[$"plan.skip.{code}"],
    };

    public static string State(this PageTexts text, PlanState state) => text[$"plan-page.state.{Kebab(state)}"];

    /// <summary>The key of what a task's state is called in a table.</summary>
    public static string TaskState(TaskLine task, DateOnly today) => task.State switch
    {
        Core.Engine.Plans.TaskState.Done => "plan.done",
        Core.Engine.Plans.TaskState.Skipped => "plan.skipped",
        Core.Engine.Plans.TaskState.Resting => "plan.resting",
        _ => task.IsLateOn(today) ? "plan.is-late" : "plan.is-open",
    };

    public static string StateChip(PlanState state) => state switch
    {
        PlanState.Running => "chip-done",
        PlanState.Waiting or PlanState.Paused => "chip-soon",
        _ => "",
    };

    public static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string RoleOf(this PracticeDefinition definition, string language, string role) => definition.TextsIn(language).Roles.GetValueOrDefault(role, role);
}
