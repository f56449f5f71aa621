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

    private static readonly AddedStep Visit = new()
    {
        Phase = "before-arrival", Owner = "advisor", Due = new DueRuleParts { Workdays = -2, From = "arrival" },
        Texts = new Dictionary<string, OwnTexts> { ["da"] = new("Besøg centret", "Kør ud og sig goddag.") },
    };

    private static PracticeChanges With(string id, AddedStep step) => PracticeChanges.None with { Added = new Dictionary<string, AddedStep> { [id] = step } };

    [Fact]
    public void With_AddedStep_StandsLastInItsPhaseAndSpeaksDanishWhereThereIsNoEnglish()
    {
        var practice = SmallPractice.Definition.With(With("own-besoeg", Visit));

        Assert.Equal(["find-home", "own-besoeg"], practice.Steps.Where(s => s.Phase == "before-arrival").Select(s => s.Id));
        var step = practice.FindStep("own-besoeg")!;
        Assert.Equal(("advisor", "workdays: -2, from: arrival"), (step.Owner, step.Due.Written));
        Assert.Equal("Besøg centret", practice.TextsIn("en").Steps["own-besoeg"].Title);
        Assert.Contains(new(DifferenceKind.StepAdded, "own-besoeg", null, "advisor"), PracticeDifference.Between(SmallPractice.Definition, practice));
        Assert.Contains(new(DifferenceKind.StepRemoved, "own-besoeg", "advisor", null), PracticeDifference.Between(practice, SmallPractice.Definition));
    }

    [Fact]
    public void With_OwnWords_ReplaceTheCatalogues()
    {
        var changes = PracticeChanges.None with { Texts = new Dictionary<string, OwnPracticeWords> { ["da"] = new("Vores plan", CitizenWhat: "Sådan gør vi her.") } };
        Assert.Empty(changes.FaultsIn(SmallPractice.Definition));
        var practice = SmallPractice.Definition.With(changes);
        Assert.Equal(("Vores plan", "Sådan gør vi her."), (practice.TextsIn("da").Title, practice.CitizenTexts["da"].What));
        Assert.Equal(SmallPractice.Definition.TextsIn("en").Title, practice.TextsIn("en").Title);
        Assert.Equal(
            [DifferenceKind.PracticeTitleChanged, DifferenceKind.CitizenTextChanged],
            PracticeDifference.Between(SmallPractice.Definition, practice).Select(d => d.Kind));
    }

    [Fact]
    public void Json_AddedStepsAndWords_ComeBackTheSame()
    {
        var json = (With("own-besoeg", Visit) with { Texts = new Dictionary<string, OwnPracticeWords> { ["da"] = new("Vores plan") } }).ToJson();
        Assert.Equal(json, PracticeChanges.FromJson(json).ToJson());
        Assert.Contains("\"added\":{\"own-besoeg\":{\"phase\":\"before-arrival\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void FaultsIn_AddedStepThatDoesNotFit_AreNamedAndTheStepIsLeftAside()
    {
        void Is(string code, PracticeChanges changes)
        {
            Assert.Contains(changes.FaultsIn(SmallPractice.Definition), f => f.Code == code);
            Assert.Equal(SmallPractice.Definition.Steps.Count, SmallPractice.Definition.With(changes).Steps.Count);
        }

        Is("practices.step-id", With("besoeg", Visit));
        Is("practices.unknown-phase", With("own-besoeg", Visit with { Phase = "week-9" }));
        Is("practices.unknown-role", With("own-besoeg", Visit with { Owner = "king" }));
        Is("practices.unknown-anchor", With("own-besoeg", Visit with { Due = new DueRuleParts { Days = 1, From = "departure" } }));
        Is("practices.due-cannot-be", With("own-besoeg", Visit with { Due = new DueRuleParts { From = "arrival" } }));
        Is("practices.step-words", With("own-besoeg", Visit with { Texts = new Dictionary<string, OwnTexts> { ["en"] = new("Visit", "Go there.") } }));
        Is("practices.unknown-slot", With("own-besoeg", Visit with { Texts = new Dictionary<string, OwnTexts> { ["da"] = new("{law:king}", "Gør det.") } }));
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
