using Vejviser.Core.Engine.Catalogue.Reading;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>A step a municipality adds to a practice of the catalogue. It stands last in its phase, and waits for nothing.</summary>
public sealed record AddedStep
{
    /// <summary>Before every id of an added step, so that none is ever the catalogue's own.</summary>
    public const string Prefix = "own-";

    private const int MostTitle = 200;

    public required string Phase { get; init; }

    public required string Owner { get; init; }

    public required DueRuleParts Due { get; init; }

    /// <summary>Title and how-to by language; Danish must be there, and stands in for a language that is not.</summary>
    public required IReadOnlyDictionary<string, OwnTexts> Texts { get; init; }

    internal Step ToStep(string id, PracticeDefinition definition) => new(
        id,
        definition.Areas.Contains(definition.Chapter) ? definition.Chapter : definition.Areas[0],
        Phase, Owner,
        definition.For == PracticeFor.Person ? StepEach.Person : StepEach.Household,
        StepConditions.None, LawPeriod.Always,
        Due.ToRule().Rule ?? throw new InvalidOperationException($"{id} has no due rule: its faults were not looked at."),
        [], [], [], EvidenceKind.None, IsEvidenceRequired: false);

    internal StepTexts TextsIn(string language)
    {
        var (own, danish) = (Texts.GetValueOrDefault(language), Texts["da"]);
        return new StepTexts(own?.Title ?? danish.Title ?? "", own?.How ?? danish.How ?? "", new Dictionary<string, string>());
    }

    internal IEnumerable<Failure> FaultsIn(PracticeDefinition definition, string id)
    {
        if (!id.StartsWith(Prefix, StringComparison.Ordinal) || !Fields.IsId(id) || definition.FindStep(id) is not null)
            yield return Failure.Of("practices.step-id", ("step", id));
        if (!definition.Phases.Contains(Phase))
            yield return Failure.Of("practices.unknown-phase", ("step", id), ("phase", Phase));
        if (!definition.Roles.Contains(Owner))
            yield return Failure.Of("practices.unknown-role", ("step", id), ("role", Owner));
        if (Texts.GetValueOrDefault("da") is not { Title: { } title, How: { } } || string.IsNullOrWhiteSpace(title) || title.Length > MostTitle)
            yield return Failure.Of("practices.step-words", ("most", MostTitle));
        foreach (var language in Texts.Keys.Where(l => !definition.Texts.ContainsKey(l)))
            yield return Failure.Of("practices.unknown-language", ("step", id), ("language", language));
        foreach (var slot in Texts.Values.SelectMany(t => PracticeTexts.UnknownSlots($"{t.Title} {t.How}", definition)))
            yield return Failure.Of("practices.unknown-slot", ("step", id), ("slot", slot));
        foreach (var fault in Due.FaultsIn(definition, id))
            yield return fault;
    }
}

/// <summary>A municipality's own words for a practice in one language; what is null is the catalogue's.</summary>
/// <param name="Title">For those who work with it; only where the language has all texts.</param>
/// <param name="CitizenTitle">For the newcomer, as <paramref name="CitizenWhat"/> and <paramref name="CitizenChoice"/> are.</param>
public sealed record OwnPracticeWords(string? Title = null, string? Summary = null, string? CitizenTitle = null, string? CitizenWhat = null, string? CitizenChoice = null)
{
    internal IEnumerable<Failure> FaultsIn(PracticeDefinition definition, string language)
    {
        var (isWhole, isCitizens) = (definition.Texts.ContainsKey(language), definition.CitizenTexts.ContainsKey(language));
        if (!isCitizens || (!isWhole && (Title ?? Summary) is not null))
            yield return Failure.Of("practices.unknown-language", ("language", language));
        foreach (var slot in PracticeTexts.UnknownSlots($"{Title} {Summary} {CitizenTitle} {CitizenWhat} {CitizenChoice}", definition))
            yield return Failure.Of("practices.unknown-slot", ("slot", slot));
    }
}
