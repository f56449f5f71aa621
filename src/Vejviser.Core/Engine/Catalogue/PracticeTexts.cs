using System.Globalization;
using System.Text.RegularExpressions;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>What a practice is called and how it is done, in one language, for the people who do it.</summary>
public sealed partial record PracticeTexts
{
    /// <summary>The names a text may leave to the law in force: <c>{law:programme}</c> and so on.</summary>
    private static readonly HashSet<string> LawNames =
        new(StringComparer.Ordinal) { "programme", "contract", "declaration", "benefit", "employment-unit" };

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    public required IReadOnlyDictionary<string, string> Phases { get; init; }

    public required IReadOnlyDictionary<string, string> Goals { get; init; }

    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    public required IReadOnlyDictionary<string, StepTexts> Steps { get; init; }

    public required IReadOnlyDictionary<string, string> Questions { get; init; }

    public required IReadOnlyDictionary<string, string> Limits { get; init; }

    public required IReadOnlyDictionary<string, MeetingTexts> Meetings { get; init; }

    public required IReadOnlyDictionary<string, CourseTexts> Courses { get; init; }

    public required IReadOnlyDictionary<string, PartnerTexts> Partners { get; init; }

    /// <summary>The reasons for breaking off.</summary>
    public required IReadOnlyDictionary<string, string> Ending { get; init; }

    public required IReadOnlyDictionary<string, string> Effects { get; init; }

    public IReadOnlyDictionary<string, string> Starts { get; init; } = new Dictionary<string, string>();

    public required IReadOnlyDictionary<string, string> Outcomes { get; init; }

    public required IReadOnlyDictionary<string, MeasureTexts> Measures { get; init; }

    public required IReadOnlyDictionary<string, SetupTexts> Setup { get; init; }

    /// <summary>Names of the practice's own dates; the common ones stand under <c>anchor.</c> in <c>texts/</c>.</summary>
    public required IReadOnlyDictionary<string, string> Anchors { get; init; }

    /// <summary>Short pieces of advice, in own words after the catalogue's "gode råd".</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    [GeneratedRegex(@"\{(?<kind>[a-z]+):(?<name>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slot { get; }

    /// <summary>A text with its slots filled: <c>{law:programme}</c> by the law, <c>{setting:job-ready-week}</c> by the definition.</summary>
    /// <param name="text">A title or a how-to of these texts.</param>
    /// <param name="definition">The definition in force, for its settings.</param>
    /// <param name="lawName">The name in force on the plan's law date, such as <c>programme</c> to <c>introduktionsprogram</c>.</param>
    public static string Fill(string text, PracticeDefinition definition, Func<string, string> lawName) => !text.Contains('{')
        ? text
        : Slot.Replace(text, m => m.Groups["kind"].Value == "law"
            ? lawName(m.Groups["name"].Value)
            : definition.Settings.First(s => s.Id == m.Groups["name"].Value).Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The slots of a text that nothing fills.</summary>
    internal static IEnumerable<string> UnknownSlots(string text, PracticeDefinition definition) =>
        Slot.Matches(text).Where(m => m.Groups["kind"].Value switch
        {
            "law" => !LawNames.Contains(m.Groups["name"].Value),
            "setting" => definition.Settings.All(s => s.Id != m.Groups["name"].Value),
            _ => true,
        }).Select(m => m.Value);
}

/// <summary>A step's title, its how-to of two to six sentences, and the lines of its checklist by id.</summary>
public sealed record StepTexts(string Title, string How, IReadOnlyDictionary<string, string> Checklist);

/// <param name="About">What it is for, one or two sentences.</param>
public sealed record MeetingTexts(string Title, string About);

public sealed record CourseTexts(string Title, IReadOnlyDictionary<string, string> Modules, IReadOnlyDictionary<string, string> Sessions);

/// <param name="Part">What the partner does.</param>
public sealed record PartnerTexts(string Name, string Part);

/// <param name="About">What it measures and what it does not.</param>
public sealed record MeasureTexts(string Title, string About);

public sealed record SetupTexts(string Title, string How);

/// <summary>The practice in the newcomer's words.</summary>
/// <param name="What">What it is, and what one gets.</param>
/// <param name="Choice">Whether one may say no, and what then.</param>
/// <param name="IsNativeChecked">False until somebody who grew up with the language has read it.</param>
public sealed record CitizenTexts(string Title, string What, string Choice, bool IsNativeChecked);
