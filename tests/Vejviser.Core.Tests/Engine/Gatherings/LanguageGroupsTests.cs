using CsCheck;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Engine.Gatherings;

/// <summary>Groups by language and week: nobody left out, none too large, and who is in one stays.</summary>
public sealed class LanguageGroupsTests
{
    private const int Most = 12;
    private static readonly DateOnly Wednesday = new(2026, 3, 11);

    private static readonly Gen<GroupMember[]> Members = Gen.Select(Gen.OneOf(Gen.Const("ar"), Gen.Const("ti"), Gen.Const("so")), Gen.Int[0, 13]).Array[0, 60]
        .Select(all => all.Select(m => Member(m.Item1, Wednesday.AddDays(m.Item2))).ToArray());

    [Fact]
    public void Form_ElevenInThreeLanguages_ThreeGroupsOnTheFirstOfTheirDays()
    {
        GroupMember[] people = [Member("ar", Wednesday.AddDays(1)), .. Many("ar", 4), .. Many("ti", 4), .. Many("so", 2)];

        var groups = LanguageGroups.Form("practice:meeting", people, Most);

        Assert.Equal([("ar", 5), ("so", 2), ("ti", 4)], groups.Select(g => (g.Language, g.Members.Count)));
        Assert.All(groups, g => Assert.Equal(Wednesday, g.Day));
    }

    [Fact]
    public void Form_MoreThanFitOneGroup_AreSpreadEvenly() =>
        Assert.Equal([9, 8, 8], LanguageGroups.Form("p:m", [.. Many("ar", 25)], Most).Select(g => g.Members.Count));

    [Fact]
    public void Form_OthersCome_WhoIsInAGroupStays()
    {
        var first = LanguageGroups.Form("p:m", [.. Many("ar", 12)], Most).Single();
        var invited = first.Members.Select(m => m with { Current = first.Key }).ToList();

        var groups = LanguageGroups.Form("p:m", [.. invited, .. Many("ar", 3)], Most);

        Assert.Equal([12, 3], groups.Select(g => g.Members.Count));
        Assert.Equal(invited.Select(m => m.Person.Id).Order(), groups.Single(g => g.Key == first.Key).Members.Select(m => m.Person.Id).Order());
    }

    [Fact]
    public void Form_AnybodyInAnyOrder_EverybodyIsInOneGroupOfTheirLanguageAndWeekThatIsNotTooLarge() => Gen.Select(Members, Gen.Int[1, 15]).Sample((people, most) =>
    {
        var groups = LanguageGroups.Form("p:m", people, most);

        Assert.Equal(people.Select(p => p.Person.Id).Order(), groups.SelectMany(g => g.Members).Select(m => m.Person.Id).Order());
        Assert.All(groups, g => Assert.InRange(g.Members.Count, 1, most));
        Assert.All(groups, g => Assert.Single(g.Members.Select(m => (m.Person.Language, m.Day.Monday())).Distinct()));
        Assert.Equal(groups.Count, groups.Select(g => g.Key).Distinct().Count());
        // Formed again from what they are in, and in another order, nothing changes.
        var again = LanguageGroups.Form("p:m", [.. groups.SelectMany(g => g.Members.Select(m => m with { Current = g.Key })).Reverse()], most);
        Assert.Equal(Sets(groups), Sets(again));
    });

    private static IEnumerable<string> Sets(IEnumerable<LanguageGroup> groups) => groups.Select(g => $"{g.Key} {string.Join(' ', g.Members.Select(m => m.Person.Id).Order())}").Order(StringComparer.Ordinal);

    private static IEnumerable<GroupMember> Many(string language, int count) => Enumerable.Range(0, count).Select(_ => Member(language, Wednesday));

    private static GroupMember Member(string language, DateOnly day) => new(new GatheredPerson(Guid.CreateVersion7(), Guid.CreateVersion7(), HouseholdRole.Head, language, NeedsInterpreter: true), day, day);
}
