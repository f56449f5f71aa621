using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Tests.Engine.Catalogue;

public sealed class PracticeChangesTests
{
    private static readonly PracticeChanges Changes = new()
    {
        Settings = new Dictionary<string, int> { ["ready-week"] = 3 },
        Steps = new Dictionary<string, StepChanges>
        {
            ["find-home"] = new() { Owner = "advisor", Texts = new Dictionary<string, OwnTexts> { ["da"] = new("Find en god bolig") } },
            ["hand-over-keys"] = new() { IsOmitted = true },
            ["contract"] = new() { Due = new DueRuleParts { Week = Figure.Parse("${ready-week}"), After = "arrival" } },
        },
    };

    [Fact]
    public void With_Changes_GivesTheEffectiveDefinition()
    {
        var practice = SmallPractice.Definition.With(Changes);

        Assert.Equal(["find-home", "make-cv", "old-plan", "contract"], practice.Steps.Select(s => s.Id));
        Assert.Equal("advisor", practice.FindStep("find-home")!.Owner);
        Assert.Equal(3, Assert.IsType<DueRule.WholeWeek>(practice.FindStep("make-cv")!.Due).Week.Value);
        Assert.Equal(3, Assert.IsType<DueRule.WholeWeek>(practice.FindStep("contract")!.Due).Week.Value);
        Assert.Equal(3, ((DueRule.WholeWeek)practice.Goals.Single().Due!).Week.Value);
        Assert.Equal("Find en god bolig", practice.TextsIn("da").Steps["find-home"].Title);
        Assert.Equal("Ring til boligselskabet.", practice.TextsIn("da").Steps["find-home"].How);
        Assert.Equal("Find a home", practice.TextsIn("en").Steps["find-home"].Title);
    }

    [Fact]
    public void With_StepLeftOut_WhoWaitedForItWaitsForWhatItWaitedFor() =>
        Assert.Equal(["make-cv", "find-home"], SmallPractice.Definition.With(Changes).FindStep("contract")!.After);

    [Fact]
    public void Json_Changes_ComeBackTheSame()
    {
        var json = Changes.ToJson();

        Assert.Equal(json, PracticeChanges.FromJson(json).ToJson());
        Assert.Contains("\"${ready-week}\"", json, StringComparison.Ordinal);
        Assert.Equal("{\"catalogueVersion\":1,\"settings\":{},\"steps\":{}}", PracticeChanges.None.ToJson());
    }

    [Fact]
    public void Difference_OfEffectiveAndCatalogue_NamesEachThing()
    {
        var differences = PracticeDifference.Between(SmallPractice.Definition, SmallPractice.Definition.With(Changes));

        Assert.Contains(new(DifferenceKind.SettingChanged, "ready-week", "2", "3"), differences);
        Assert.Contains(new(DifferenceKind.OwnerChanged, "find-home", "reception-unit", "advisor"), differences);
        Assert.Contains(new(DifferenceKind.TitleChanged, "find-home", "Find en bolig", "Find en god bolig", "da"), differences);
        Assert.Contains(new(DifferenceKind.DueChanged, "make-cv", "week: 2, after: arrival", "week: 3, after: arrival"), differences);
        Assert.Contains(new(DifferenceKind.StepRemoved, "hand-over-keys", "reception-unit", null), differences);
        Assert.Empty(PracticeDifference.Between(SmallPractice.Definition, SmallPractice.Definition));
    }

    [Fact]
    public void FaultsIn_ChangesThatFit_AreNone() => Assert.Empty(Changes.FaultsIn(SmallPractice.Definition));

    [Theory]
    [InlineData("""{"catalogueVersion":2}""", "practices.other-catalogue-version")]
    [InlineData("""{"catalogueVersion":1,"settings":{"week":3}}""", "practices.unknown-setting")]
    [InlineData("""{"catalogueVersion":1,"settings":{"ready-week":99999}}""", "practices.setting-too-far")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-car":{"owner":"advisor"}}}""", "practices.unknown-step")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-home":{"owner":"king"}}}""", "practices.unknown-role")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-home":{"due":{"days":1,"from":"departure"}}}}""", "practices.unknown-anchor")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-home":{"due":{"days":1,"weeks":1,"from":"arrival"}}}}""", "practices.due-cannot-be")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-home":{"due":{"nth":7,"weekday":"monday","month":0,"of":"arrival"}}}}""", "practices.due-cannot-be")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-home":{"texts":{"da":{"title":"{law:king}"}}}}}""", "practices.unknown-slot")]
    [InlineData("""{"catalogueVersion":1,"steps":{"find-home":{"texts":{"sv":{"title":"Bostad"}}}}}""", "practices.unknown-language")]
    public void FaultsIn_ChangesThatDoNotFit_AreNamed(string json, string code) =>
        Assert.Contains(PracticeChanges.FromJson(json).FaultsIn(SmallPractice.Definition), f => f.Code == code);
}
