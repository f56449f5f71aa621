using System.Reflection;
using NetArchTest.Rules;
using Vejviser.Core.Data;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Architecture;

/// <summary>docs/modules.md is the plan of the house; the code is held to it.</summary>
public sealed class ModulesTests
{
    private const string Core = "Vejviser.Core.";
    private static readonly IReadOnlyList<Room> Rooms = ReadTable();

    [Fact]
    public void Table_EveryNamespace_HasALine()
    {
        var known = Rooms.Select(r => Core + r.Name).ToList();
        var homeless = typeof(VejviserDb).Assembly.GetTypes()
            .Select(t => t.Namespace).Where(n => n?.StartsWith(Core, StringComparison.Ordinal) == true && !n.StartsWith(Core + "Data", StringComparison.Ordinal))
            .Where(n => !known.Exists(k => n == k || n!.StartsWith(k + ".", StringComparison.Ordinal))).Distinct();
        Assert.Empty(homeless);
    }

    [Fact]
    public void Rooms_EachUsesOnlyWhatItsLineNames()
    {
        var broken = Rooms.SelectMany(room => Breaches(typeof(VejviserDb).Assembly, Core + room.Name,
            [.. Rooms.Where(other => other != room && !room.Uses.Contains(other.Name) && !Within(other.Name, room.Name) && !Within(room.Name, other.Name)).Select(other => Core + other.Name)]));
        Assert.Empty(broken);
    }

    [Fact]
    public void Core_UsesNoWebFramework() =>
        Assert.Empty(Breaches(typeof(VejviserDb).Assembly, "Vejviser.Core", ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Builder"]));

    [Fact]
    public void Guard_FixtureThatBreaksTheRule_IsFound() =>
        Assert.Equal(["Vejviser.Core.Tests.Architecture.Fixture.Low.Cellar"],
            Breaches(typeof(ModulesTests).Assembly, "Vejviser.Core.Tests.Architecture.Fixture.Low", ["Vejviser.Core.Tests.Architecture.Fixture.High"]));

    private static IEnumerable<string> Breaches(Assembly assembly, string room, string[] forbidden) =>
        forbidden.Length == 0
            ? []
            : Types.InAssembly(assembly).That().ResideInNamespace(room).ShouldNot().HaveDependencyOnAny(forbidden).GetResult().FailingTypeNames ?? [];

    private static bool Within(string room, string other) => room.StartsWith(other + ".", StringComparison.Ordinal);

    /// <summary>Lines such as <c>| Engine.Plans | Foundation.Law, Engine.Catalogue | … |</c>.</summary>
    private static List<Room> ReadTable() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "modules.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
            .Select(c => new Room(c[1].Trim('`'), [.. c[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(u => u.Trim('`'))])),
    ];

    private sealed record Room(string Name, HashSet<string> Uses);
}
