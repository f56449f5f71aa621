using System.Globalization;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>One thing that is wrong in the catalogue's files.</summary>
/// <param name="File">Path below the catalogue's folder, with forward slashes.</param>
/// <param name="Line">From 1; 1 where the whole file is meant.</param>
/// <param name="Code">Stable, such as <c>unknown-key</c>; its text stands under <c>catalogue.problem.{Code}</c>.</param>
/// <param name="Values">What the text needs: ids, keys and numbers of the file.</param>
public sealed record CatalogueProblem(string File, int Line, string Code, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary><c>02-reception/reception-plan.yaml:12: unknown-key key=ownr</c></summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Code} {string.Join(' ', Values.Select(v => $"{v.Key}={v.Value}"))}").TrimEnd();
}

/// <summary>The catalogue cannot be used: every problem of every file.</summary>
public sealed class CatalogueException(IReadOnlyList<CatalogueProblem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<CatalogueProblem> Problems { get; } = problems;
}

/// <summary>Collects what is wrong in one file.</summary>
internal sealed class Problems(string file, List<CatalogueProblem> found)
{
    public void Add(string code, int line, params (string Name, object? Value)[] values) =>
        found.Add(new CatalogueProblem(file, line, code, values.ToDictionary(v => v.Name, v => v.Value)));
}
