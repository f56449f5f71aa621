using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Tests.Foundation.Law;

public sealed class LawFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vejviser-law-");

    public LawFileTests()
    {
        foreach (var file in Directory.EnumerateFiles(TheLaw.Directory))
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("takeover.yaml", "        months: 2\n", "        month: 2\n", "\"months\" is missing")]
    [InlineData("takeover.yaml", "        roll: next-weekday\n", "        rol: next-weekday\n", "unknown key \"rol\"")]
    [InlineData("takeover.yaml", "roll: next-weekday", "roll: previous-weekday", "\"roll\" must be one of next-weekday, not \"previous-weekday\"")]
    [InlineData("takeover.yaml", "method: same-day", "method: some-day", "unknown method \"some-day\"")]
    [InlineData("takeover.yaml", "from: 2020-06-22", "from: 2020-06-21", "the period overlaps the one before, which ends 2020-06-21")]
    [InlineData("takeover.yaml", "from: 2020-06-22", "from: 2020-06-24", "no period holds 2020-06-22 to 2020-06-23")]
    [InlineData("takeover.yaml", "bases: [family]", "bases: [quota]", "two rules for basis quota: takeover-quota-by-registration and takeover-family-by-registration")]
    [InlineData("takeover.yaml", "bases: [family]", "bases: []", "no rule for basis family")]
    [InlineData("takeover.yaml", "bases: [family]", "bases: [families]", "\"bases\" must be one of asylum, quota, family, ukraine, not \"families\"")]
    [InlineData("takeover.yaml", "        weekdays: 4\n", "        weekdays: four\n", "\"weekdays\" must be a whole number, not \"four\"")]
    [InlineData("takeover.yaml", "to: 2024-03-31", "to: 2022-03-16", "the period ends 2022-03-16, before it begins 2022-03-17")]
    [InlineData("takeover.yaml", "to: 2024-03-31", "to: 31-03-2024", "\"to\" must be a date, yyyy-mm-dd, not \"31-03-2024\"")]
    [InlineData("interpreters.yaml", "        checked: not found\n        unverified: true\n", "        checked: not found\n", "checked: not found must also say unverified: true")]
    [InlineData("interpreters.yaml", "field: health", "field: authority", "a second rule for the same field")]
    [InlineData("names.yaml", "        da: kontrakt\n", "", "\"da\" is missing")]
    [InlineData("names.yaml", "  - name: benefit", "  - name: contract", "the name stands twice")]
    [InlineData("names.yaml", "      - to: 2026-01-31\n", "      - from: 2007-01-01\n        to: 2026-01-31\n", "a name must be open backwards and forwards")]
    [InlineData("contract.yaml", "rule: family-plan-deadline", "rule: family-plan", "exactly one rule \"family-plan-deadline\" is expected")]
    [InlineData("periods.yaml", "  - period: A\n", "  - period: A\n    from: 1999-01-01\n", "the first period must be open backwards and the last one forwards")]
    [InlineData("public-holidays.yaml", "    easter: 26\n", "    easter: 26\n    fixed: 05-05\n", "a holiday has either \"fixed\" or \"easter\"")]
    [InlineData("public-holidays.yaml", "fixed: 01-01", "fixed: 02-30", "\"fixed\" must be a month and a day, mm-dd, not \"02-30\"")]
    public void Load_FaultyFile_NamesFileLineAndFault(string file, string from, string to, string problem)
    {
        Rewrite(file, text => text.Replace(from, to, StringComparison.Ordinal));

        var refused = Assert.Throws<LawFileException>(() => LawBook.Load(folder.FullName));

        Assert.StartsWith($"{file}:", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_UnknownKey_NamesItsVeryLine()
    {
        Rewrite("health-assessment.yaml", text => text.Replace("    bases: [quota]\n", "    bases: [quota]\n    age: 18\n", StringComparison.Ordinal));
        var line = Array.IndexOf(File.ReadAllLines(Path.Combine(folder.FullName, "health-assessment.yaml")), "    age: 18") + 1;

        var refused = Assert.Throws<LawFileException>(() => LawBook.Load(folder.FullName));

        Assert.Equal(line, refused.Line);
        Assert.Equal("health-assessment.yaml", refused.File);
    }

    [Fact]
    public void Load_KeyTwiceInAMapping_IsRefused()
    {
        Rewrite("contract.yaml", text => text.Replace("        months: 3\n", "        months: 3\n        months: 4\n", StringComparison.Ordinal));

        Assert.StartsWith("contract.yaml:", Assert.Throws<LawFileException>(() => LawBook.Load(folder.FullName)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileMissing_SaysSo()
    {
        File.Delete(Path.Combine(folder.FullName, "names.yaml"));

        Assert.Equal("names.yaml:1: the file is missing", Assert.Throws<LawFileException>(() => LawBook.Load(folder.FullName)).Message);
    }

    private void Rewrite(string file, Func<string, string> change)
    {
        var path = Path.Combine(folder.FullName, file);
        var before = File.ReadAllText(path);
        var after = change(before);
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }
}
