using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Tests.Engine.Catalogue;

public sealed class CatalogueReadingTests
{
    private static readonly Texts Sentences = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    [Fact]
    public void Read_SoundDefinition_GivesItsPartsAndTexts()
    {
        var practice = SmallPractice.Definition;

        Assert.Equal(["find-home", "hand-over-keys", "make-cv", "old-plan", "contract"], practice.Steps.Select(s => s.Id));
        Assert.Equal(new Figure(2, "ready-week"), Assert.IsType<DueRule.WholeWeek>(practice.FindStep("make-cv")!.Due).Week);
        Assert.Equal("Find en bolig", practice.TextsIn("da").Steps["find-home"].Title);
        Assert.Equal("Use week 2.", PracticeTexts.Fill(practice.TextsIn("en").Steps["make-cv"].How, practice, _ => ""));
        Assert.Equal("Skriv kontrakt", PracticeTexts.Fill(practice.TextsIn("da").Steps["contract"].Title, practice, n => n == "contract" ? "kontrakt" : "?"));
    }

    [Theory]
    [InlineData("owner: advisor\n    each: person\n    if: { age-from: ${", "ownr: advisor\n    each: person\n    if: { age-from: ${", "unknown-key", 41)]
    [InlineData("from: arrival }\n    blocks", "from: departure }\n    blocks", "unknown-anchor", 29)]
    [InlineData("or: takeover", "or: departure", "unknown-anchor", 20)]
    [InlineData("owner: reception-unit\n    due: { workdays", "owner: nobody\n    due: { workdays", "unknown-role", 28)]
    [InlineData("phase: before-arrival", "phase: some-day", "unknown-phase", 27)]
    [InlineData("area: housing\n    phase: before", "area: health\n    phase: before", "unknown-area", 26)]
    [InlineData("areas: [housing", "areas: [garden, housing", "unknown-area", 16)]
    [InlineData("blocks: [job-ready]\n    checklist", "blocks: [rich]\n    checklist", "unknown-goal", 30)]
    [InlineData("after: [find-home]", "after: [find-car]", "unknown-step", 37)]
    [InlineData("age-from: ${adult-age}", "age-from: ${child-age}", "unknown-setting", 43)]
    [InlineData("age-from: ${adult-age}", "age-from: 18", "unused-setting", 13)]
    [InlineData("roles: [reception-unit, ", "roles: [king, reception-unit, ", "unused-role", 14)]
    [InlineData("id: hand-over-keys", "id: find-home", "duplicate-id", 32)]
    [InlineData("phases: [before-arrival, ", "phases: [before-arrival, before-arrival, ", "duplicate-id", 15)]
    [InlineData("workdays: -5", "workdays: -5, days: 3", "due-two-kinds", 29)]
    [InlineData("{ workdays: -5, from: arrival }", "{ from: arrival }", "due-no-kind", 29)]
    [InlineData("{ workdays: -5, from: arrival }", "{ workdays: -5, after: arrival }", "due-mixed-parts", 29)]
    [InlineData("{ workdays: -5, from: arrival }", "{ nth: 5, weekday: monday, month: 1, of: arrival }", "due-no-such-nth", 29)]
    [InlineData("after: [find-home]", "after: [contract]", "step-cycle", 62)]
    [InlineData("takeover: { source: law, rule: takeover }", "takeover: { source: law, rule: takeover, or: arrival }", "anchor-cycle", 20)]
    [InlineData("rule: contract-deadline", "rule: contract", "unknown-law-rule", 21)]
    [InlineData("allocation: { source: household }", "departure: { source: household }", "not-on-household", 18)]
    [InlineData(", source: own estimate", "", "setting-without-origin", 13)]
    [InlineData("version: 1", "version: 1\nversion: 2", "duplicate-key", 5)]
    [InlineData("law: { to: 2016-06-30 }", "law: { from: 2016-07-01, to: 2016-06-30 }", "from-after-to", 52)]
    [InlineData("education: [university, ", "education: [clever, ", "unknown-value", 59)]
    [InlineData("evidence: note", "evidence: none", "evidence-required-of-none", 47)]
    [InlineData("id: small-plan", "id: other-plan", "id-not-file-name", 1)]
    [InlineData("chapter: reception", "chapter: housing", "chapter-not-folder", 1)]
    [InlineData("steps:\n", "steps: }\n", "not-yaml", 24)]
    public void Read_Fault_IsRefusedAtItsLine(string sound, string faulty, string code, int line)
    {
        var yaml = SmallPractice.Yaml.ReplaceLineEndings("\n");
        Assert.Contains(sound, yaml, StringComparison.Ordinal);
        var at = yaml.IndexOf(sound, StringComparison.Ordinal);

        var problems = SmallPractice.Read(yaml[..at] + faulty + yaml[(at + sound.Length)..]).Problems;

        Assert.Contains(problems, p => p.Code == code && p.Line == line && p.File == "02-reception/small-plan.yaml");
        Assert.All(Texts.Languages, l => Assert.True(Sentences.Has(l, $"catalogue.problem.{code}")));
    }

    [Theory]
    [InlineData("  hand-over-keys: { title: Giv nøgler, how: Mød op. }\n", "", "missing-text", 7)]
    [InlineData("keys: Nøgler, ", "", "missing-text", 8)]
    [InlineData("how: Mød op.", "how: ''", "empty-text", 9)]
    [InlineData("title: Lille plan", "titel: Lille plan", "missing-key", 1)]
    [InlineData("goals: { job-ready: Klar til job }", "goals: { job-ready: Klar til job, rich: Rig }", "text-without-id", 5)]
    [InlineData("{law:contract}", "{law:contrakt}", "unknown-slot", 12)]
    [InlineData("{setting:ready-week}", "{setting:week}", "unknown-slot", 10)]
    public void Read_FaultInTexts_IsRefusedAtItsLine(string sound, string faulty, string code, int line)
    {
        var texts = SmallPractice.Danish.ReplaceLineEndings("\n");
        Assert.Contains(sound, texts, StringComparison.Ordinal);

        var problems = SmallPractice.Read(SmallPractice.Yaml, texts.Replace(sound, faulty, StringComparison.Ordinal)).Problems;

        Assert.Contains(problems, p => p.Code == code && p.Line == line && p.File == "02-reception/small-plan.da.yaml");
        Assert.All(Texts.Languages, l => Assert.True(Sentences.Has(l, $"catalogue.problem.{code}")));
    }

    [Fact]
    public void Read_SeveralFaults_TellsAllOfThem()
    {
        var yaml = SmallPractice.Yaml.Replace("workdays: -5", "workdays: soon", StringComparison.Ordinal).Replace("or: takeover", "or: never", StringComparison.Ordinal);

        Assert.Superset(new HashSet<string> { "not-a-number", "unknown-anchor" }, SmallPractice.Read(yaml).Problems.Select(p => p.Code).ToHashSet());
    }

    [Fact]
    public void Read_LanguageMissing_IsRefused()
    {
        var reading = PracticeCatalogue.Read([new("02-reception/small-plan.yaml", SmallPractice.Yaml), new("02-reception/small-plan.da.yaml", SmallPractice.Danish)]);

        Assert.Equal("en", Assert.Single(reading.Problems, p => p.Code == "missing-language").Values["language"]);
    }

    [Fact]
    public void Read_OlderVersionBesideTheNew_KeepsBoth()
    {
        var reading = PracticeCatalogue.Read(
        [
            new("02-reception/small-plan.yaml", SmallPractice.Yaml.Replace("version: 1", "version: 2", StringComparison.Ordinal)),
            new("02-reception/small-plan.da.yaml", SmallPractice.Danish),
            new("02-reception/small-plan.en.yaml", SmallPractice.English),
            new("02-reception/small-plan.v1.yaml", SmallPractice.Yaml),
            new("02-reception/small-plan.v1.da.yaml", SmallPractice.Danish),
            new("02-reception/small-plan.v1.en.yaml", SmallPractice.English),
        ]);

        Assert.Empty(reading.Problems);
        Assert.Equal(2, Assert.Single(reading.Catalogue.Practices).Version);
        Assert.Equal(1, reading.Catalogue.Find("small-plan", 1)!.Version);
    }

    [Fact]
    public void Problem_Shown_NamesFileAndLine()
    {
        var problem = SmallPractice.Read(SmallPractice.Yaml.Replace("after: [find-home]", "after: [find-car]", StringComparison.Ordinal)).Problems[0];

        Assert.Equal("02-reception/small-plan.yaml:37: unknown-step id=find-car", problem.ToString());
    }
}
