using System.Text.Json;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the road's pages call ages, dates that rules count from, and who has a task.</summary>
public static class PlanWords
{
    public static string Anchor(this PageTexts text, string anchor) => text[$"plan.anchor.{anchor}"];

    /// <summary>34 år; ukendt alder where not even the year is known.</summary>
    public static string Age(this PageTexts text, int? age) => age is null ? text["plan.age-unknown"] : text["plan.age", ("age", age)];

    /// <summary>Who has it: the employee, else the unit, else the role that nobody fills yet.</summary>
    public static string Owner(this TaskWords words, TaskLine task) => task.Owner ?? task.OwnerUnit ?? words.Role(task.VersionId, task.OwnerRole);

    public static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static string RoleOf(this PracticeDefinition definition, string language, string role) => definition.TextsIn(language).Roles.GetValueOrDefault(role, role);
}
