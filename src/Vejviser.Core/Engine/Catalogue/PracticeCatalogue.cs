using System.Globalization;
using System.Text.RegularExpressions;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>A file of the catalogue.</summary>
/// <param name="Path">Below the catalogue's folder, with forward slashes: <c>02-reception/reception-plan.da.yaml</c>.</param>
public sealed record CatalogueFile(string Path, string Text);

/// <summary>A reading of the catalogue with all that is wrong in it.</summary>
public sealed record CatalogueReading(PracticeCatalogue Catalogue, IReadOnlyList<CatalogueProblem> Problems);

/// <summary>
/// The practices as they stand in <c>catalogue/</c>: structure in <c>ID.yaml</c>, texts in <c>ID.LANGUAGE.yaml</c>. A definition that
/// running plans still follow is kept beside its successor as <c>ID.vN.yaml</c>, N its version.
/// </summary>
public sealed partial class PracticeCatalogue
{
    private static readonly string[] Languages = ["da", "en"];

    private readonly Dictionary<(string Id, int Version), PracticeDefinition> versions;

    private PracticeCatalogue(IReadOnlyList<PracticeDefinition> current, Dictionary<(string, int), PracticeDefinition> byVersion)
    {
        Practices = current;
        versions = byVersion;
    }

    /// <summary>The newest definition of each practice, by chapter and id.</summary>
    public IReadOnlyList<PracticeDefinition> Practices { get; }

    [GeneratedRegex(@"^(?<chapter>\d\d-[a-z-]+)/(?<id>[a-z0-9-]+)(\.v(?<version>\d+))?(\.(?<language>[a-z]{2,3}(-[A-Za-z]+)?))?\.yaml$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName { get; }

    /// <exception cref="CatalogueException">Something is wrong in some file: all of it is named.</exception>
    public static PracticeCatalogue Load(string directory)
    {
        var reading = Read(directory);
        return reading.Problems.Count == 0 ? reading.Catalogue : throw new CatalogueException(reading.Problems);
    }

    public static CatalogueReading Read(string directory) => Read(
        Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
            .Select(f => new CatalogueFile(Path.GetRelativePath(directory, f).Replace('\\', '/'), File.ReadAllText(f))));

    public static CatalogueReading Read(IEnumerable<CatalogueFile> files)
    {
        var found = new List<CatalogueProblem>();
        var practices = new List<PracticeDefinition>();
        var named = files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (File: f, Name: FileName.Match(f.Path))).ToList();
        foreach (var (file, _) in named.Where(n => !n.Name.Success))
            new Problems(file.Path, found).Add("unknown-file", 1);
        foreach (var group in named.Where(n => n.Name.Success).GroupBy(n => (Chapter: n.Name.Groups["chapter"].Value, Id: n.Name.Groups["id"].Value, Version: n.Name.Groups["version"].Value)))
        {
            var structure = group.FirstOrDefault(n => !n.Name.Groups["language"].Success).File;
            if (structure is null)
                new Problems(group.First().File.Path, found).Add("texts-without-definition", 1);
            else if (DefinitionReader.Read(structure.Text, new Problems(structure.Path, found)) is { } definition)
                practices.Add(WithTexts(CheckNames(definition, group.Key, structure.Path, found), group.Select(n => (n.File, n.Name)), structure.Path, found));
        }

        var byVersion = new Dictionary<(string, int), PracticeDefinition>();
        foreach (var practice in practices.Where(p => !byVersion.TryAdd((p.Id, p.Version), p)))
            found.Add(new CatalogueProblem($"{practice.Chapter}/{practice.Id}.yaml", 1, "duplicate-practice", new Dictionary<string, object?> { ["id"] = practice.Id, ["version"] = practice.Version }));
        var current = byVersion.Values.GroupBy(p => p.Id).Select(g => g.MaxBy(p => p.Version)!).ToList();
        return new CatalogueReading(new PracticeCatalogue(current, byVersion), [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
    }

    public PracticeDefinition? Find(string id) => Practices.FirstOrDefault(p => p.Id == id);

    /// <summary>The definition as it was in a version of the catalogue's own, for plans that still follow it.</summary>
    public PracticeDefinition? Find(string id, int version) => versions.GetValueOrDefault((id, version));

    private static PracticeDefinition CheckNames(
        PracticeDefinition definition, (string Chapter, string Id, string Version) name, string path, List<CatalogueProblem> found)
    {
        var problems = new Problems(path, found);
        if (definition.Id != name.Id)
            problems.Add("id-not-file-name", 1, ("id", definition.Id));
        if (definition.Chapter != name.Chapter[3..])
            problems.Add("chapter-not-folder", 1, ("chapter", definition.Chapter));
        if (name.Version.Length > 0 && name.Version != definition.Version.ToString(CultureInfo.InvariantCulture))
            problems.Add("version-not-file-name", 1, ("version", definition.Version));
        return definition;
    }

    private static PracticeDefinition WithTexts(
        PracticeDefinition definition, IEnumerable<(CatalogueFile File, Match Name)> files, string path, List<CatalogueProblem> found)
    {
        var texts = new Dictionary<string, PracticeTexts>();
        var byLanguage = files.Where(f => f.Name.Groups["language"].Success).ToDictionary(f => f.Name.Groups["language"].Value, f => f.File);
        foreach (var (language, file) in byLanguage)
            if (new TextsReader(definition, new Problems(file.Path, found)).Read(file.Text) is { } read)
                texts[language] = read;
        foreach (var missing in Languages.Where(l => !byLanguage.ContainsKey(l)))
            new Problems(path, found).Add("missing-language", 1, ("language", missing));
        return definition with { Texts = texts };
    }
}
