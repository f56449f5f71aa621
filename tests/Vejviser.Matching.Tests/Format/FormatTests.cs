using System.Text;
using CsCheck;
using Vejviser.Matching.Assignment;
using Vejviser.Matching.Format;
using Vejviser.Matching.Tests.Assignment;

namespace Vejviser.Matching.Tests.Format;

public sealed class FormatTests
{
    private const string Small = """
        {"name":"small","sense":"maximize","dimensions":["beds"],
         "seekers":[{"id":"s1"},{"id":"s2","optional":true,"unplacedScore":-2}],
         "places":[{"id":"p1","capacity":[3]},{"id":"p2","capacity":[null],"minimum":[1]}],
         "options":[{"seeker":"s1","place":"p1","score":5,"load":[2]},{"seeker":"s2","place":"p2","score":1,"load":[2]}],
         "quotas":[{"name":"q","places":["p1"],"max":3,"count":"beds"}]}
        """;

    [Fact]
    public void Read_SmallProblem_GivesWhatIsWritten()
    {
        var problem = Read(Small);

        Assert.Equal(("small", Sense.Maximize), (problem.Name, problem.Sense));
        Assert.Equal(new Seeker("s2", null, true, -2), problem.Seekers[1]);
        Assert.Equal(double.PositiveInfinity, problem.Places[1].Capacity[0]);
        Assert.Equal("beds", problem.Quotas[0].Count);
    }

    [Fact]
    public void Write_AnyProblem_ReadsBackTheSame() => RandomProblems.Middle.Sample(
        problem =>
        {
            var written = ProblemWriter.Write(problem).ToJsonString();

            Assert.Equal(written, ProblemWriter.Write(Read(written)).ToJsonString());
        },
        iter: 300);

    [Theory]
    [InlineData("{", "not-json")]
    [InlineData("[]", "not-an-object")]
    [InlineData("{\"name\":\"x\"}", "field-missing")]
    [InlineData("{\"sense\":\"sideways\"}", "field-of-wrong-kind")]
    [InlineData("{\"sense\":\"minimize\",\"seekerz\":[]}", "field-unknown")]
    [InlineData("{\"sense\":\"minimize\",\"sense\":\"maximize\"}", "field-twice")]
    [InlineData("{\"sense\":\"minimize\",\"seekers\":[{\"id\":\"s1\",\"optional\":\"yes\"}]}", "field-of-wrong-kind")]
    [InlineData("{\"sense\":\"minimize\",\"seekers\":[{\"id\":\"s1\"},7]}", "not-an-object")]
    [InlineData("{\"sense\":\"minimize\",\"places\":[{\"id\":\"p\",\"capacity\":[\"4\"]}]}", "field-of-wrong-kind")]
    [InlineData("{\"sense\":\"minimize\",\"places\":[{\"id\":\"p\",\"capacity\":[1e999]}]}", "field-of-wrong-kind")]
    [InlineData("{\"sense\":\"minimize\",\"seekers\":[{\"id\":\"\\ud800\"}]}", "not-text")]
    public void Read_NoProblem_SaysWhat(string json, string code) =>
        Assert.Equal(code, Assert.Throws<BadProblemException>(() => Read(json)).Reason.Code);

    [Fact]
    public void Read_WrongFieldOfASeeker_NamesTheSeeker()
    {
        var refused = Assert.Throws<BadProblemException>(() => Read("""{"sense":"minimize","seekers":[{"id":"s7","colour":"red"}]}"""));

        Assert.Contains(("id", "s7"), refused.Reason.Values);
    }

    [Fact]
    public void Import_GapInstance_TurnsAgentsIntoPlacesAndJobsIntoSeekers()
    {
        var problem = GapImport.Read("two", "2 3  1 2 3  4 5 6  7 8 9  1 1 1  20 30");

        Assert.Equal(["p1", "p2"], problem.Places.Select(p => p.Id));
        Assert.Equal([20d, 30d], problem.Places.Select(p => p.Capacity[0]));
        var option = problem.Options.Single(o => o is { Seeker: "s3", Place: "p1" });
        Assert.Equal((3d, 9d), (option.Score, option.Load[0]));
        Assert.Equal(6, problem.Options.Count);
    }

    [Theory]
    [InlineData("", "gap-too-short")]
    [InlineData("1 2 3", "gap-too-short")]
    [InlineData("-1 2", "gap-bad-count")]
    [InlineData("99999 99999", "gap-too-large")]
    [InlineData("1 1 5 5 9 9", "gap-too-long")]
    [InlineData("1 1 five 5 9", "gap-not-a-number")]
    public void Import_NoInstance_SaysWhat(string text, string code) =>
        Assert.Equal(code, Assert.Throws<BadProblemException>(() => GapImport.Read("x", text)).Reason.Code);

    private static AssignmentProblem Read(string json) => ProblemReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
