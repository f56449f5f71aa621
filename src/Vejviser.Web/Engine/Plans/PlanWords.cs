using System.Globalization;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>What the road's pages call grounds of stay, languages, ages, dates that rules count from, and who has a task.</summary>
public static class PlanWords
{
    public static string Basis(this PageTexts text, ResidenceBasis basis) => text[$"plan.basis.{Kebab(basis)}"];

    public static string HouseholdRole(this PageTexts text, HouseholdRole role) => text[$"plan.role.{Kebab(role)}"];

    public static string Anchor(this PageTexts text, string anchor) => text[$"plan.anchor.{anchor}"];

    /// <summary>The language's name in the reader's own language; the code where it has none.</summary>
    public static string SpokenLanguage(string? code)
    {
        if (string.IsNullOrEmpty(code))
            return "";
        try
        {
            return CultureInfo.GetCultureInfo(code).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>34 år; ukendt alder where not even the year is known.</summary>
    public static string Age(this PageTexts text, int? age) => age is null ? text["plan.age-unknown"] : text["plan.age", ("age", age)];

    /// <summary>Who has it: the employee, else the unit, else the role that nobody fills yet.</summary>
    public static string Owner(this TaskWords words, TaskLine task) => task.Owner ?? task.OwnerUnit ?? words.Role(task.VersionId, task.OwnerRole);

    public static string Kebab<T>(T value)
        where T : struct, Enum => value switch
        {
            ResidenceBasis.Asylum71 => "asylum-7-1",
            ResidenceBasis.Asylum72 => "asylum-7-2",
            ResidenceBasis.Asylum73 => "asylum-7-3",
            ResidenceBasis.Quota8 => "quota-8",
            _ => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i == 0 ? "" : "-")}{char.ToLowerInvariant(c)}" : c.ToString())),
        };

    public static string RoleOf(this PracticeDefinition definition, string language, string role) => definition.TextsIn(language).Roles.GetValueOrDefault(role, role);
}
