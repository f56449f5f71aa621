using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Catalogue;

/// <summary>The catalogue as it is shipped, with the law as it is shipped.</summary>
public sealed class TheCatalogueTests
{
    private static readonly PracticeCatalogue Shipped = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));
    private static readonly LawBook Book = LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law"));

    [Theory]
    [InlineData("2016-03-01")]
    [InlineData("2026-03-02")]
    public void ReceptionPlan_InTheCataloguesTimeAndToday_HasSixtyDatedSteps(string arrival)
    {
        var definition = Shipped.Find("reception-plan")!;
        var law = PlanLaw.Of(Book);
        var given = new Dictionary<string, DateOnly> { ["arrival"] = Day(arrival), ["takeover"] = Day(arrival), ["allocation"] = Day(arrival).AddDays(-40) };
        var anchors = PlanAnchors.Resolve(definition, given, Core.Foundation.People.ResidenceBasis.Asylum71, law.Anchor);
        var calendar = law.CalendarWith(new HashSet<DateOnly>());

        foreach (var language in new[] { "da", "en" })
        {
            var preview = PlanPreview.Compute(definition, anchors, Day(arrival), calendar, language, name => law.NameOn(name, Day(arrival), language));
            Assert.True(preview.Count >= 60, $"{preview.Count} steps");
            Assert.All(preview, p => Assert.NotNull(p.Due));
            Assert.All(preview, p => Assert.DoesNotContain('{', p.Title));
        }
    }

    /// <summary>What <c>vejviser catalogue check</c> says of the shipped folder.</summary>
    [Fact]
    public void Check_TheShippedFolder_HasThirtyNinePracticesAndNoProblem()
    {
        var purposes = new ConsentPurposes(Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"))).All;
        var reading = PracticeCatalogue.Read(Path.Combine(AppContext.BaseDirectory, "catalogue"), purposes);
        Assert.Empty(reading.Problems);
        Assert.Equal(39, reading.Catalogue.Practices.Count);
        Assert.Equal(9, reading.Catalogue.Practices.Select(p => p.Chapter).Distinct().Count());
    }

    [Fact]
    public void EveryPractice_TheNewcomersText_IsThereInSevenLanguages() => Assert.All(
        Shipped.Practices, p => Assert.Equal(["ar", "da", "en", "fa", "so", "ti", "uk"], p.CitizenTexts.Keys.Order(StringComparer.Ordinal)));

    [Fact]
    public void EveryRole_ItsName_IsThereInBothLanguages()
    {
        var texts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));
        Assert.All(Shipped.Roles, role => Assert.True(texts.Has("da", $"role.{role}") && texts.Has("en", $"role.{role}"), role));
        Assert.Empty(Shipped.Practices.SelectMany(p => p.Roles).Except(Shipped.Roles));
    }

    [Fact]
    public void EveryStep_HowToInEachLanguage_FillsItsSlots()
    {
        foreach (var practice in Shipped.Practices)
            foreach (var texts in practice.Texts.Values)
                Assert.All(texts.Steps.Values, s => Assert.DoesNotContain('{', PracticeTexts.Fill(s.How, practice, name => name)));
    }
}
