using System.Text.RegularExpressions;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Shared;

public sealed partial class IconsTests
{
    [Fact]
    public void Icons_NamedInPages_AreInTheDesignSystemsSheet()
    {
        var sheet = File.ReadAllText(Path.Combine(Repository.Root, "src/Vejviser.Web/wwwroot/lib/dkfds/img/all-svg-icons.svg"));
        var named = Repository.Sources(".cshtml").SelectMany(file => Icon().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 10, $"Only {named.Count} icons were found.");
        Assert.Empty(named.Where(name => !sheet.Contains($"id=\"{name}\"", StringComparison.Ordinal)));
    }

    [GeneratedRegex("<icon name=\"([a-z0-9-]+)\"")]
    private static partial Regex Icon();
}
