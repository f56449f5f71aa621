using Vejviser.Core.Engine.Catalogue.Reading;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>A reading of the catalogue with all that is wrong in it.</summary>
public sealed record CatalogueReading(PracticeCatalogue Catalogue, IReadOnlyList<CatalogueProblem> Problems);

/// <summary>
/// The practices as they stand in <c>catalogue/</c>: structure in <c>ID.yaml</c>, texts in <c>ID.LANGUAGE.yaml</c>. A definition that
/// running plans still follow is kept beside its successor as <c>ID.vN.yaml</c>, N its version.
/// </summary>
public sealed class PracticeCatalogue
{
    /// <summary>The roles a municipality can fill: <c>roles: [reception-unit, …]</c>.</summary>
    private const string RolesFile = "roles.yaml";

    private readonly Dictionary<(string Id, int Version), PracticeDefinition> versions;

    private PracticeCatalogue(IReadOnlyList<PracticeDefinition> current, Dictionary<(string, int), PracticeDefinition> byVersion, IReadOnlyList<string>? roles)
    {
        Practices = current;
        versions = byVersion;
        Roles = roles ?? [.. current.SelectMany(p => p.Roles).Distinct()];
    }

    /// <summary>The roles a municipality can fill: those of <c>roles.yaml</c>, else those of the practices.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>The newest definition of each practice, by chapter and id.</summary>
    public IReadOnlyList<PracticeDefinition> Practices { get; }

    /// <exception cref="CatalogueException">Something is wrong in some file: all of it is named.</exception>
    public static PracticeCatalogue Load(string directory)
    {
        var reading = Read(directory);
        return reading.Problems.Count == 0 ? reading.Catalogue : throw new CatalogueException(reading.Problems);
    }

    /// <param name="consents">Purposes a consent can be for; null where that is not to be checked.</param>
    public static CatalogueReading Read(string directory, IReadOnlyCollection<string>? consents = null) => Read(
        Directory.EnumerateFiles(directory, "*.yaml", SearchOption.AllDirectories)
            .Select(f => new CatalogueFile(Path.GetRelativePath(directory, f).Replace('\\', '/'), File.ReadAllText(f))),
        consents);

    public static CatalogueReading Read(IEnumerable<CatalogueFile> files, IReadOnlyCollection<string>? consents = null) => Read(files, [], null, consents);

    /// <summary>Reads practices that stand beside this catalogue's, may refer to them and have roles of theirs, such as a municipality's own.</summary>
    public CatalogueReading ReadBeside(IEnumerable<CatalogueFile> files, IReadOnlyCollection<string>? consents = null) => Read(files, Practices, Roles, consents);

    private static CatalogueReading Read(
        IEnumerable<CatalogueFile> files, IReadOnlyList<PracticeDefinition> beside, IReadOnlyList<string>? fillable, IReadOnlyCollection<string>? consents)
    {
        var found = new List<CatalogueProblem>();
        var all = files.ToLookup(f => f.Path == RolesFile);
        var practices = PracticeFiles.Group(all[false], found).Select(f => f.Read()).OfType<ReadPractice>().ToList();
        var byVersion = new Dictionary<(string, int), PracticeDefinition>();
        foreach (var practice in practices.Where(p => !byVersion.TryAdd((p.Definition.Id, p.Definition.Version), p.Definition)))
            new Problems(practice.Path, found).Add("duplicate-practice", 1, ("id", practice.Definition.Id), ("version", practice.Definition.Version));
        var current = byVersion.Values.GroupBy(p => p.Id).Select(g => g.MaxBy(p => p.Version)!).OrderBy(p => p.ChapterNumber).ThenBy(p => p.Origin.Page).ThenBy(p => p.Id, StringComparer.Ordinal).ToList();
        var roles = all[true].SingleOrDefault() is { } file ? CrossReferences.Roles(file, found) : fillable;
        CrossReferences.Check(practices, [.. beside, .. current], roles, consents, found);
        return new CatalogueReading(new PracticeCatalogue(current, byVersion, roles), [.. found.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)]);
    }

    public PracticeDefinition? Find(string id) => Practices.FirstOrDefault(p => p.Id == id);

    /// <summary>The definition as it was in a version of the catalogue's own, for plans that still follow it.</summary>
    public PracticeDefinition? Find(string id, int version) => versions.GetValueOrDefault((id, version));
}
