using System.Text.Json;
using Vejviser.Cli;

namespace Vejviser.Web.Tests.Commands;

/// <summary>What scripts rely on: exit codes, one JSON document on standard output, messages on standard error.</summary>
[Trait("Run", "Quick")]
public sealed class LawCommandTests
{
    [Theory]
    [InlineData("law takeover --decision 2015-05-15 --basis asylum --json", "date", "2015-07-01")]
    [InlineData("law takeover --decision 2015-11-10 --basis asylum --json", "date", "2016-01-04")]
    [InlineData("law takeover --registered 2016-05-01 --basis quota --json", "date", "2016-05-01")]
    [InlineData("law health --takeover 2016-01-04 --basis asylum --json", "duty", "all")]
    [InlineData("law health --takeover 2016-01-04 --basis asylum --json", "deadline", "2016-04-04")]
    [InlineData("law contract --takeover 2026-03-02 --json", "deadline", "2026-04-02")]
    [InlineData("law workday --from 2026-03-31 --add 3 --json", "date", "2026-04-08")]
    [InlineData("law workday --from 2026-04-08 --add -3 --json", "date", "2026-03-31")]
    [InlineData("cpr check 610190-1235 --json", "birthDate", "1990-01-01")]
    [InlineData("cpr check 610190 1235 --json", "birthDate", "1990-01-01")]
    public async Task Json_AGoodQuestion_AnswersOneDocumentAndZero(string line, string field, string expected)
    {
        var (code, output, error) = await RunAsync(line);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(expected, JsonDocument.Parse(output).RootElement.GetProperty(field).GetString());
    }

    [Theory]
    [InlineData("law takeover --decision 2015-05-15 --basis asylum --json")]
    [InlineData("law takeover --decision 2016-04-01 --basis asylum --json")]
    [InlineData("law health --takeover 2016-01-04 --basis asylum --json")]
    [InlineData("law contract --takeover 2016-01-04 --json")]
    [InlineData("law interpreter --date 2026-03-02 --field authority --json")]
    public async Task Json_EveryAnswerOfTheLaw_SaysRulePeriodAndSource(string line)
    {
        var (_, output, _) = await RunAsync(line);

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.All(["rule", "period", "source"], field => Assert.NotEmpty(answer.GetProperty(field).GetString()!));
        Assert.NotEqual(JsonValueKind.Undefined, answer.GetProperty("unverified").ValueKind);
    }

    [Fact]
    public async Task Takeover_DecisionOnTheFirst_AsksWithCandidatesAndExitsThree()
    {
        var (code, output, _) = await RunAsync("law takeover --decision 2016-04-01 --basis asylum --json");

        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(3, code);
        Assert.True(answer.GetProperty("ambiguous").GetBoolean());
        Assert.Equal(["2016-05-02", "2016-06-01"], answer.GetProperty("candidates").EnumerateArray().Select(c => c.GetProperty("date").GetString()!));
        Assert.All(answer.GetProperty("candidates").EnumerateArray(), c => Assert.NotEmpty(c.GetProperty("why").GetString()!));
    }

    [Theory]
    [InlineData("law takeover --basis quota --json", 2)]
    [InlineData("law takeover --basis asylum --registered 2016-05-01 --json", 2)]
    [InlineData("law takeover --basis refugee --decision 2016-05-02 --json", 2)]
    [InlineData("law takeover --decision 2016-05-02 --json", 2)]
    [InlineData("law takeover --decision 02-05-2016 --basis asylum --json", 2)]
    [InlineData("law holidays --year 1899 --json", 2)]
    [InlineData("law workday --from 2026-03-31 --add many --json", 2)]
    [InlineData("law nonsense", 2)]
    [InlineData("law", 2)]
    [InlineData("law health --takeover 2013-06-30 --basis asylum --json", 3)]
    [InlineData("law takeover --decision 2022-03-16 --basis ukraine --json", 3)]
    public async Task Refusal_HasItsCodeAWordOnStandardErrorAndNothingOnStandardOutput(string line, int expected)
    {
        var (code, output, error) = await RunAsync(line);

        Assert.Equal((expected, ""), (code, output));
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Holidays_OfAYear_AreDatesAndNamesInTheLanguageAskedFor()
    {
        var (_, danish, _) = await RunAsync("law holidays --year 2024 --json");
        var (_, english, _) = await RunAsync("law holidays --year 2024 --json --lang en");

        Assert.StartsWith("""[{"date":"2024-01-01","name":"Nytårsdag"},{"date":"2024-03-28","name":"Skærtorsdag"},""", danish, StringComparison.Ordinal);
        Assert.StartsWith("""[{"date":"2024-01-01","name":"New Year's Day"},""", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CprCheck_FromStandardInput_GivesTheSameAndNeverTheNumber()
    {
        var (code, output, error) = await RunAsync("cpr check --json", input: "6101901235\n");
        var (_, spoken, _) = await RunAsync("cpr check --lang en", input: "6101901235\n");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("""{"valid":true,"birthDate":"1990-01-01","replacement":true,"modulus11":false}""", output.Trim());
        Assert.StartsWith("610190-•••• is valid.", spoken, StringComparison.Ordinal);
        Assert.DoesNotContain("1235", spoken, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3002900000")]
    [InlineData("010190-AB12")]
    [InlineData("12345")]
    public async Task CprCheck_NoNumber_SaysFalseOnStandardOutputWhyOnErrorAndThree(string number)
    {
        var (code, output, error) = await RunAsync($"cpr check {number} --json");

        Assert.Equal(3, code);
        Assert.False(JsonDocument.Parse(output).RootElement.GetProperty("valid").GetBoolean());
        Assert.NotEmpty(error);
        Assert.DoesNotContain(number, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CprCheck_NothingToRead_IsWrongUse() => Assert.Equal(2, (await RunAsync("cpr check --json")).Code);

    private static async Task<(int Code, string Output, string Error)> RunAsync(string line, string input = "")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(line.Split(' '), new StringReader(input), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
