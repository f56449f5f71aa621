using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>A municipality's differences from the catalogue's definition, and nothing else: adopting copies nothing (ADR 0001).</summary>
public sealed record PracticeChanges
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        // Danish letters stay letters: the file is read by people, and written into no page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FigureJson() },
    };

    public static readonly PracticeChanges None = new();

    /// <summary>The catalogue's own version they differ from.</summary>
    public int CatalogueVersion { get; init; } = 1;

    /// <summary>Values by the setting's id.</summary>
    public IReadOnlyDictionary<string, int> Settings { get; init; } = new Dictionary<string, int>();

    /// <summary>Differences by the step's id.</summary>
    public IReadOnlyDictionary<string, StepChanges> Steps { get; init; } = new Dictionary<string, StepChanges>();

    /// <summary>Steps of the municipality's own, by id; null where it has none.</summary>
    public IReadOnlyDictionary<string, AddedStep>? Added { get; init; }

    /// <summary>Own words for the practice itself, by language; null where all are the catalogue's.</summary>
    public IReadOnlyDictionary<string, OwnPracticeWords>? Texts { get; init; }

    /// <exception cref="JsonException">It is not what <see cref="ToJson"/> writes.</exception>
    public static PracticeChanges FromJson(string json) => JsonSerializer.Deserialize<PracticeChanges>(json, Json) ?? None;

    /// <summary>Compact; only what differs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>What does not fit the definition: <c>practices.*</c> failures, all of them. None means they may be published.</summary>
    public IReadOnlyList<Failure> FaultsIn(PracticeDefinition definition)
    {
        var faults = new List<Failure>();
        if (CatalogueVersion != definition.Version)
            faults.Add(Failure.Of("practices.other-catalogue-version", ("expected", definition.Version), ("found", CatalogueVersion)));
        foreach (var (id, value) in Settings)
        {
            if (definition.Settings.FirstOrDefault(s => s.Id == id) is not { } setting)
                faults.Add(Failure.Of("practices.unknown-setting", ("setting", id)));
            else if (Math.Abs((long)value) > setting.Most)
                faults.Add(Failure.Of("practices.setting-too-far", ("setting", id), ("most", setting.Most)));
        }

        foreach (var (id, step) in Steps)
            faults.AddRange(definition.FindStep(id) is null ? [Failure.Of("practices.unknown-step", ("step", id))] : step.FaultsIn(definition, id));
        foreach (var (id, step) in Added ?? new Dictionary<string, AddedStep>())
            faults.AddRange(step.FaultsIn(definition, id));
        foreach (var (language, words) in Texts ?? new Dictionary<string, OwnPracticeWords>())
            faults.AddRange(words.FaultsIn(definition, language));
        if (faults.Count == 0)
            faults.AddRange(definition.With(this).Steps.Where(s => s.Due.Fault() is not null).Select(s => Failure.Of("practices.due-cannot-be", ("step", s.Id))));
        return faults;
    }
}

/// <summary>How one step differs; what is null is as in the catalogue.</summary>
public sealed record StepChanges
{
    public string? Owner { get; init; }

    public DueRuleParts? Due { get; init; }

    /// <summary>The municipality does not do this step.</summary>
    public bool IsOmitted { get; init; }

    /// <summary>Own words by language.</summary>
    public IReadOnlyDictionary<string, OwnTexts>? Texts { get; init; }

    internal IEnumerable<Failure> FaultsIn(PracticeDefinition definition, string step)
    {
        if (Owner is not null && !definition.Roles.Contains(Owner))
            yield return Failure.Of("practices.unknown-role", ("step", step), ("role", Owner));
        foreach (var language in Texts?.Keys.Where(l => !definition.Texts.ContainsKey(l)) ?? [])
            yield return Failure.Of("practices.unknown-language", ("step", step), ("language", language));
        foreach (var slot in (Texts?.Values ?? []).SelectMany(t => PracticeTexts.UnknownSlots($"{t.Title} {t.How}", definition)))
            yield return Failure.Of("practices.unknown-slot", ("step", step), ("slot", slot));
        foreach (var fault in Due?.FaultsIn(definition, step) ?? [])
            yield return fault;
    }
}

/// <summary>A municipality's own words for a step; what is null is the catalogue's.</summary>
public sealed record OwnTexts(string? Title = null, string? How = null);
