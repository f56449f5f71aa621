using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Transition.Allocations;

/// <summary>The words an allocation file uses for things, each with its usual variants; the first of a thing is the one we write.</summary>
internal static class AllocationCodes
{
    public static readonly IReadOnlyDictionary<string, HouseholdRole> Roles = Words(
        ("head", HouseholdRole.Head), ("spouse", HouseholdRole.Spouse), ("child", HouseholdRole.Child), ("minor", HouseholdRole.Minor), ("other", HouseholdRole.Other));

    public static readonly IReadOnlyDictionary<string, Sex> Sexes = Words(("F", Sex.Female), ("K", Sex.Female), ("M", Sex.Male), ("X", Sex.Unknown));

    public static readonly IReadOnlyDictionary<string, bool> YesNo = Words(("yes", true), ("ja", true), ("no", false), ("nej", false));

    public static readonly IReadOnlyDictionary<string, Proficiency> Proficiencies = Words(
        ("none", Proficiency.None), ("basic", Proficiency.Basic), ("good", Proficiency.Good), ("fluent", Proficiency.Fluent));

    public static readonly IReadOnlyDictionary<string, EducationLevel> Educations = Words(
        ("none", EducationLevel.None), ("primary", EducationLevel.Primary), ("secondary", EducationLevel.Secondary), ("vocational", EducationLevel.Vocational),
        ("university-short", EducationLevel.UniversityShort), ("university", EducationLevel.University));

    public static readonly IReadOnlyDictionary<string, ResidenceBasis> Bases = Words(
        ("asylum-7-1", ResidenceBasis.Asylum71), ("asylum-7-2", ResidenceBasis.Asylum72), ("asylum-7-3", ResidenceBasis.Asylum73),
        ("quota-8", ResidenceBasis.Quota8), ("quota", ResidenceBasis.Quota8),
        ("family-9", ResidenceBasis.FamilyReunified), ("family-9-c", ResidenceBasis.FamilyReunified), ("family", ResidenceBasis.FamilyReunified),
        ("ukraine-act", ResidenceBasis.UkraineAct), ("ukraine", ResidenceBasis.UkraineAct));

    /// <summary>The word we write for a value; empty where it is unknown.</summary>
    public static string WordFor<T>(IReadOnlyDictionary<string, T> words, T value)
        where T : notnull => words.FirstOrDefault(w => w.Value.Equals(value)).Key ?? "";

    private static Dictionary<string, T> Words<T>(params (string Word, T Value)[] words) =>
        words.ToDictionary(w => w.Word, w => w.Value, StringComparer.OrdinalIgnoreCase);
}
