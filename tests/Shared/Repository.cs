using System.Reflection;

namespace Vejviser.Testing;

/// <summary>The repository's own files, for tests that hold the sources to a rule.</summary>
public static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    public static IEnumerable<string> Sources(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Where(f => !new[] { "/bin/", "/obj/", "/node_modules/", "/Migrations/" }.Any(part => f.Contains(part, StringComparison.Ordinal)));
}
