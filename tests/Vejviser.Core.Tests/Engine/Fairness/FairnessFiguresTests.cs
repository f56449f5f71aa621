using Vejviser.Core.Engine.Fairness;

namespace Vejviser.Core.Tests.Engine.Fairness;

public sealed class FairnessFiguresTests
{
    private const int Least = 5;

    private static readonly DateOnly From = new(2026, 1, 1);

    [Fact]
    public void Of_OneSmallGroup_HidesItAndTheNextAndTellsTheRest()
    {
        FairnessFact[] facts = [.. Some("ar", 10, 8), .. Some("fa", 6, 0), .. Some("ti", 2, 1)];

        var figures = FairnessFigures.Of(From, Least, facts, ChoicesByHand.Of([]));

        var languages = figures.Tables.Single(t => t.By == FairnessBy.Language).Groups;
        Assert.Equal([("ar", 10, 80), ("fa", null, null), ("ti", null, null)], languages.Select(g => (g.Key, g.Count, g.PlacedPercent)));
        Assert.Equal((18, 50), (figures.All.Count, figures.All.PlacedPercent));
        Assert.Equal(20, languages[0].MeanDays);
    }

    [Fact]
    public void Of_FewerThanTheLeastInAll_TellsNothing()
    {
        var figures = FairnessFigures.Of(From, Least, Some("ar", 4, 4), ChoicesByHand.Of([]));

        Assert.Null(figures.All.Count);
        Assert.All(figures.Tables.SelectMany(t => t.Groups), g => Assert.Equal((null, null, null, null), (g.Count, g.Placed, g.MeanDays, g.RentPercent)));
    }

    [Fact]
    public void Of_RentOfFewPlaced_IsHiddenThoughTheGroupIsShown()
    {
        FairnessFact[] facts = [.. Some("ar", 10, 2).Select(f => f with { RentPercent = f.IsPlaced ? 30 : null }), .. Some("fa", 10, 6).Select(f => f with { RentPercent = f.IsPlaced ? 40 : null })];

        var languages = FairnessFigures.Of(From, Least, facts, ChoicesByHand.Of([])).Tables[0].Groups;

        Assert.Equal([("ar", 10, null), ("fa", 10, null)], languages.Select(g => (g.Key, g.Count, g.RentPercent)));
    }

    [Fact]
    public void ByHand_SomeReasons_AreCountedTheMostFrequentFirst()
    {
        var byHand = ChoicesByHand.Of([null, "Søskende", "Bor tæt på", null, "bor tæt på "]);

        Assert.Equal((5, 3), (byHand.All, byHand.Chosen));
        Assert.Equal([("Bor tæt på", 2), ("Søskende", 1)], byHand.Reasons);
    }

    private static FairnessFact[] Some(string language, int count, int placed) => [.. Enumerable.Range(0, count).Select(i => new FairnessFact(new FairnessWho(language, "Female", "1"), 20, i < placed))];
}
