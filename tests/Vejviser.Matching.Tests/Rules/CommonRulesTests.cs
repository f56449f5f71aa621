using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Tests.Rules;

public sealed class CommonRulesTests
{
    private static readonly Family Six = new(6, ["dari", "pashto"], ["football", "sewing"]);

    private static readonly Home Small = new(4, 12, ["arabic"], ["sewing"]);

    [Theory]
    [InlineData(6, true)]
    [InlineData(5, false)]
    public void HasRoom_RoomsBesideNeed_RefusesTooFew(double rooms, bool accepts)
    {
        var reason = new HasRoom<Family, Home>(f => f.Size, h => h.Rooms, "rooms").Refuse(Six, Small with { Rooms = rooms });

        Assert.Equal(accepts, reason is null);
        if (!accepts)
            Assert.Equal(new Reason("has-room", ("needs", 6), ("has", 5), ("unit", "rooms")), reason);
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(11.9, false)]
    public void WithinReach_DistanceBesideMost_RefusesFarther(double most, bool accepts) =>
        Assert.Equal(accepts, new WithinReach<Family, Home>((_, h) => h.Km, most, "km").Refuse(Six, Small) is null);

    [Fact]
    public void SharesOne_NoLanguageInCommon_RefusesAndNamesBoth()
    {
        var rule = new SharesOne<Family, Home>(f => f.Languages, h => h.Languages, "language");

        Assert.Equal(new Reason("shares-one", ("what", "language"), ("own", "dari, pashto"), ("theirs", "arabic")), rule.Refuse(Six, Small));
        Assert.Null(rule.Refuse(Six, Small with { Languages = ["arabic", "dari"] }));
    }

    [Fact]
    public void Judge_AcceptedPair_ScoresByRuleWithWeightAndUnit()
    {
        var book = new RuleBook<Family, Home>(
            [new WithinReach<Family, Home>((_, h) => h.Km, 20, "km")],
            [
                new Nearness<Family, Home>((_, h) => h.Km, 0.5, "km"), new Chance<Family, Home>("work", (_, _) => 1.4, 10),
                new InCommon<Family, Home>(f => f.Interests, h => h.Interests, 2, "interests"),
            ]);

        var verdict = book.Judge(Six, Small);

        Assert.True(verdict.Accepted);
        Assert.Equal([new("nearness", 12, "km", -0.5), new("work", 1, "chance", 10), new("in-common", 1, "interests", 2)], verdict.Scores);
        Assert.Equal(6, verdict.Score);
    }

    [Fact]
    public void Judge_SeveralRefusals_TellsAllOfThem()
    {
        var book = new RuleBook<Family, Home>(
            [new HasRoom<Family, Home>(f => f.Size, h => h.Rooms, "rooms"), new WithinReach<Family, Home>((_, h) => h.Km, 5, "km")], []);

        var verdict = book.Judge(Six, Small);

        Assert.False(verdict.Accepted);
        Assert.Equal(["has-room", "within-reach"], verdict.Refusals.Select(r => r.Code));
    }

    private sealed record Family(double Size, string[] Languages, string[] Interests);

    private sealed record Home(double Rooms, double Km, string[] Languages, string[] Interests);
}
