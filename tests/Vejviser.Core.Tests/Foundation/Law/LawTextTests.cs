using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using static Vejviser.Core.Tests.Foundation.Law.TheLaw;

namespace Vejviser.Core.Tests.Foundation.Law;

/// <summary>What the law files and enums name has its words in both languages.</summary>
public sealed class LawTextTests
{
    private static readonly Texts AllTexts = Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts"));

    public static TheoryData<string> Keys =>
    [
        .. Enum.GetValues<HealthDuty>().Select(d => $"law.health.duty.{d.ToString().ToLowerInvariant()}"),
        .. Enum.GetValues<TakeoverInput>().Select(i => $"law.takeover.missing.{i.ToString().ToLowerInvariant()}"),
        "law.takeover.why.decision-month-counts",
        "law.takeover.why.next-month-counts",
        .. Book.Names(Day("2026-03-02"), "da").All.Select(n => $"law.names.{n.Id}"),
        .. Enum.GetValues<InterpretingField>()
            .SelectMany(f => Book.InterpreterLeastAge(Day("2026-03-02"), f).Value.Exceptions)
            .Select(e => $"law.interpreter.case.{e.Case}"),
        .. new[] { "law.no-rule", "law.basis-unknown", "cpr.letters", "cpr.not-ten-digits", "cpr.no-such-date" }.Select(c => $"failure.{c}"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void EveryWordOfTheLaw_IsSaidInBothLanguages(string key) =>
        Assert.All(Texts.Languages, language => Assert.True(AllTexts.Has(language, key), $"{language}: {key}"));
}
