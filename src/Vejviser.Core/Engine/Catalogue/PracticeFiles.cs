using System.Globalization;
using System.Text.RegularExpressions;
using Vejviser.Core.Engine.Catalogue.Reading;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>A file of the catalogue.</summary>
/// <param name="Path">Below the catalogue's folder, with forward slashes: <c>02-reception/reception-plan.da.yaml</c>.</param>
public sealed record CatalogueFile(string Path, string Text);

/// <summary>The files of one practice in one version: structure in <c>ID.yaml</c>, texts in <c>ID.LANGUAGE.yaml</c>.</summary>
internal sealed partial class PracticeFiles(string chapter, string id, string version, IReadOnlyList<(CatalogueFile File, string Language)> files, List<CatalogueProblem> found)
{
    /// <summary>Languages with all texts; any other holds the newcomer's alone.</summary>
    private static readonly string[] WholeLanguages = ["da", "en"];

    [GeneratedRegex(@"^(?<chapter>\d\d-[a-z-]+)/(?<id>[a-z0-9-]+)(\.v(?<version>\d+))?(\.(?<language>[a-z]{2,3}(-[A-Za-z]+)?))?\.yaml$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName { get; }

    [GeneratedRegex(@"^chapter:\s*(?<chapter>[a-z-]+)\s*(#.*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Chapter { get; }

    /// <summary>The folder a structure belongs in, by its chapter: <c>02-reception</c>; <c>00-unknown</c> where it names none.</summary>
    public static string FolderOf(string structure)
    {
        var chapter = Chapter.Match(structure).Groups["chapter"].Value;
        var number = PracticeDefinition.NumberOf(chapter);
        return number == 0 ? "00-unknown" : string.Create(CultureInfo.InvariantCulture, $"{number:00}-{chapter}");
    }

    /// <summary>The files by practice and version; a file of another name is told.</summary>
    public static IEnumerable<PracticeFiles> Group(IEnumerable<CatalogueFile> files, List<CatalogueProblem> found)
    {
        var named = files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => (File: f, Name: FileName.Match(f.Path))).ToList();
        foreach (var (file, _) in named.Where(n => !n.Name.Success))
            new Problems(file.Path, found).Add("unknown-file", 1);
        return named.Where(n => n.Name.Success)
            .GroupBy(n => (Chapter: n.Name.Groups["chapter"].Value, Id: n.Name.Groups["id"].Value, Version: n.Name.Groups["version"].Value))
            .Select(g => new PracticeFiles(g.Key.Chapter, g.Key.Id, g.Key.Version, [.. g.Select(n => (n.File, n.Name.Groups["language"].Value))], found));
    }

    /// <summary>The practice with its texts, null where there is no structure; and what it refers to outside itself.</summary>
    public ReadPractice? Read()
    {
        if (files.FirstOrDefault(f => f.Language.Length == 0).File is not { } structure)
        {
            new Problems(files[0].File.Path, found).Add("texts-without-definition", 1);
            return null;
        }

        var problems = new Problems(structure.Path, found);
        var (definition, scope) = DefinitionReader.Read(structure.Text, problems);
        if (definition is null)
            return null;
        CheckNames(definition, problems);
        return new ReadPractice(WithTexts(definition, problems), structure.Path, scope);
    }

    private void CheckNames(PracticeDefinition definition, Problems problems)
    {
        if (definition.Id != id)
            problems.Add("id-not-file-name", 1, ("id", definition.Id));
        if (definition.Chapter != chapter[3..])
            problems.Add("chapter-not-folder", 1, ("chapter", definition.Chapter));
        if (version.Length > 0 && version != definition.Version.ToString(CultureInfo.InvariantCulture))
            problems.Add("version-not-file-name", 1, ("version", definition.Version));
    }

    private PracticeDefinition WithTexts(PracticeDefinition definition, Problems problems)
    {
        var (texts, citizen) = (new Dictionary<string, PracticeTexts>(), new Dictionary<string, CitizenTexts>());
        foreach (var (file, language) in files.Where(f => f.Language.Length > 0))
        {
            var reader = new TextsReader(definition, new Problems(file.Path, found));
            var isWhole = WholeLanguages.Contains(language);
            var read = isWhole ? reader.Read(file.Text) : null;
            if (read is { } whole)
                texts[language] = whole.Texts;
            if ((isWhole ? read?.Citizen : reader.ReadCitizen(file.Text)) is { } words)
                citizen[language] = words;
        }

        foreach (var missing in WholeLanguages.Where(l => files.All(f => f.Language != l)))
            problems.Add("missing-language", 1, ("language", missing));
        return definition with { Texts = texts, CitizenTexts = citizen };
    }
}

/// <summary>A practice that has been read, with what must be looked up when all are.</summary>
internal sealed record ReadPractice(PracticeDefinition Definition, string Path, DefinitionScope Scope);
