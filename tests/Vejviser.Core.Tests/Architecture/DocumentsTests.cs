using System.Text.RegularExpressions;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Architecture;

public sealed partial class DocumentsTests
{
    [Fact]
    public void Links_WithinTheRepository_LeadSomewhere()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)).ToList();
        Assert.Contains(pages, p => p.EndsWith("README.md", StringComparison.Ordinal));
        var broken = from page in pages
                     from link in Link().Matches(File.ReadAllText(page))
                     let target = Path.GetFullPath(link.Groups["path"].Value, Path.GetDirectoryName(page)!)
                     where !File.Exists(target) && !Directory.Exists(target)
                     select $"{Path.GetRelativePath(Repository.Root, page)}: {link.Groups["path"].Value}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Decisions_OfTheFolder_AreAllInItsTable()
    {
        var folder = Path.Combine(Repository.Root, "docs/adr");
        var table = File.ReadAllText(Path.Combine(folder, "README.md"));
        var missing = Directory.EnumerateFiles(folder, "0*.md").Select(Path.GetFileName).Where(f => !table.Contains($"({f})", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    /// <summary>A link to a file; not to another host, nor to a place on the same page.</summary>
    [GeneratedRegex(@"\]\((?<path>[^):#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
