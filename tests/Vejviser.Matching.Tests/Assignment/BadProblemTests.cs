using Vejviser.Matching.Assignment;

namespace Vejviser.Matching.Tests.Assignment;

public sealed class BadProblemTests
{
    private static readonly string Megabyte = new('x', 1_000_000);

    private static readonly AssignmentProblem Good = new(
        "good", Sense.Minimize, ["beds"], [new Seeker("s")], [new Place("p", [1])], [new Option("s", "p", 1, [1])], []);

    public static TheoryData<string, AssignmentProblem, string> Bad => new()
    {
        { "seeker-twice", Good with { Seekers = [new Seeker("s"), new Seeker("s")] }, "s" },
        { "place-twice", Good with { Places = [new Place("p", [1]), new Place("p", [2])] }, "p" },
        { "dimension-twice", Good with { Dimensions = ["beds", "beds"] }, "beds" },
        { "dimension-named-seekers", Good with { Dimensions = ["seekers"] }, "" },
        { "seeker-without-id", Good with { Seekers = [new Seeker("")] }, "" },
        { "option-twice", Good with { Options = [.. Good.Options, .. Good.Options] }, "s" },
        { "option-of-unknown-seeker", Good with { Options = [new Option("who", "p", 1, [1])] }, "who" },
        { "option-of-unknown-place", Good with { Options = [new Option("s", "where", 1, [1])] }, "where" },
        { "seeker-pinned-to-unknown", Good with { Seekers = [new Seeker("s", "where")] }, "where" },
        { "pinned-without-option", Good with { Seekers = [new Seeker("s", "p")], Options = [] }, "s" },
        { "not-a-number", Good with { Options = [new Option("s", "p", double.NaN, [1])] }, "s" },
        { "not-a-number", Good with { Options = [new Option("s", "p", 1, [double.PositiveInfinity])] }, "s" },
        { "not-a-number", Good with { Places = [new Place("p", [double.NaN])] }, "p" },
        { "out-of-bounds", Good with { Places = [new Place("p", [-1])] }, "p" },
        { "out-of-bounds", Good with { Places = [new Place("p", [1], [-1])] }, "p" },
        { "out-of-bounds", Good with { Options = [new Option("s", "p", 1e300, [1])] }, "s" },
        { "out-of-bounds", Good with { Options = [new Option("s", "p", 1, [-3])] }, "s" },
        { "out-of-bounds", Good with { Seekers = [new Seeker("s", null, true, -1e12)] }, "s" },
        { "wrong-length", Good with { Options = [new Option("s", "p", 1, [1, 2])] }, "s" },
        { "wrong-length", Good with { Places = [new Place("p", [])] }, "p" },
        { "too-many-decimals", Good with { Places = [new Place("p", [1 / 3d])] }, "p" },
        { "quota-of-unknown-place", Good with { Quotas = [new Quota("q", ["where"], Max: 1)] }, "q" },
        { "quota-of-unknown-seeker", Good with { Quotas = [new Quota("q", ["p"], Max: 1, Seekers: ["who"])] }, "q" },
        { "quota-counts-unknown", Good with { Quotas = [new Quota("q", ["p"], Max: 1, Count: "chairs")] }, "q" },
        { "quota-names-twice", Good with { Quotas = [new Quota("q", ["p", "p"], Max: 1)] }, "q" },
        { "quota-twice", Good with { Quotas = [new Quota("q", ["p"], Max: 1), new Quota("q", ["p"], Max: 2)] }, "q" },
        { "out-of-bounds", Good with { Quotas = [new Quota("q", ["p"], Share: new Share(1, 0, 0))] }, "q" },
        { "seeker-twice", Good with { Seekers = [new Seeker(Megabyte), new Seeker(Megabyte)] }, new string('x', 60) + "…" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Solve_BadProblem_IsRefusedWithTheId(string code, AssignmentProblem problem, string id)
    {
        var refused = Assert.Throws<BadProblemException>(() => AssignmentSolver.Solve(problem, SolveRun.ToTheEnd));

        Assert.Equal(code, refused.Reason.Code);
        Assert.Contains(id, string.Join(' ', refused.Reason.Values.Select(v => v.Text)), StringComparison.Ordinal);
        Assert.All(refused.Reason.Values, v => Assert.True(v.Text.Length <= 80));
    }

    [Fact]
    public void Solve_MegabyteNames_AreNoProblem()
    {
        var problem = Good with { Seekers = [new Seeker(Megabyte)], Options = [new Option(Megabyte, "p", 1, [1])] };

        Assert.Equal(1, AssignmentSolver.Solve(problem, SolveRun.ToTheEnd).Answer.Score);
    }
}
