using CsCheck;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;
using static Vejviser.Core.Tests.Engine.SmallPractice;

namespace Vejviser.Core.Tests.Engine.Plans;

public sealed class PlanComputationTests
{
    private static readonly PersonFacts Head = Person(HouseholdRole.Head, Day("1990-01-01"));
    private static readonly PersonFacts Spouse = Person(HouseholdRole.Spouse, Day("1992-01-01"), education: EducationLevel.Unknown);
    private static readonly PersonFacts Child = Person(HouseholdRole.Child, Day("2015-01-01"));
    private static readonly HouseholdFacts Family = new(ResidenceBasis.Asylum71, [Head, Spouse, Child]);

    [Fact]
    public void Compute_Family_GivesHouseholdAndPersonTasksInOrder()
    {
        var tasks = Compute("2026-03-02", ("arrival", "2026-03-02"), ("takeover", "2026-03-02"));

        Assert.Equal(
            [("find-home", null, "2026-02-23"), ("hand-over-keys", null, "2026-03-02"), ("make-cv", Head.Id, "2026-03-20"), ("make-cv", Spouse.Id, "2026-03-20"),
                ("contract", Head.Id, "2026-04-02"), ("contract", (Guid?)Spouse.Id, (string?)"2026-04-02")],
            tasks.Select(t => (t.Step.Id, t.PersonId, t.Due?.ToString("O", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal([0, 1, 2, 3, 4, 5], tasks.Select(t => t.Order));
    }

    [Fact]
    public void Compute_FactUnknown_MakesTheTaskAndSaysWhatToAsk()
    {
        var contracts = Compute("2026-03-02", ("arrival", "2026-03-02")).Where(t => t.Step.Id == "contract").ToList();

        Assert.Empty(contracts.Single(t => t.PersonId == Head.Id).Unknown);
        Assert.Equal(["education"], contracts.Single(t => t.PersonId == Spouse.Id).Unknown);
    }

    [Fact]
    public void Compute_LawOfTheTime_ChoosesTheSteps()
    {
        Assert.Contains(Compute("2016-06-30", ("arrival", "2016-06-30")), t => t.Step.Id == "old-plan");
        Assert.DoesNotContain(Compute("2016-06-30", ("arrival", "2016-06-30")), t => t.Step.Id == "contract");
        Assert.DoesNotContain(Compute("2016-07-01", ("arrival", "2016-07-01")), t => t.Step.Id == "old-plan");
    }

    [Fact]
    public void Compute_AnchorMissing_LeavesTheDateOpen() =>
        Assert.All(Compute("2026-03-02", ("allocation", "2026-01-02")), t => Assert.Null(t.Due));

    [Fact]
    public void Resolve_NoArrival_TakesTheTakeoverAndTheLawsDates()
    {
        var anchors = Resolve(("allocation", "2026-01-02"), ("takeover", "2026-03-02"));

        Assert.Equal(Day("2026-03-02"), anchors["arrival"]);
        Assert.Equal(Day("2026-04-02"), anchors["contract-deadline"]);
    }

    [Fact]
    public void Resolve_LawRuleThatAsksForItself_GivesNoDate() =>
        Assert.Empty(PlanAnchors.Resolve(Definition, new Dictionary<string, DateOnly>(), ResidenceBasis.Asylum71, (_, facts) => facts.DateOf("arrival")));

    [Fact]
    public void LawDate_IsTakeoverThenArrivalThenAllocation()
    {
        var all = new Dictionary<string, DateOnly> { ["allocation"] = Day("2026-01-01"), ["arrival"] = Day("2026-02-01"), ["takeover"] = Day("2026-03-01") };

        Assert.Equal(Day("2026-03-01"), PlanAnchors.LawDate(all, default));
        all.Remove("takeover");
        Assert.Equal(Day("2026-02-01"), PlanAnchors.LawDate(all, default));
        all.Remove("arrival");
        Assert.Equal(Day("2026-01-01"), PlanAnchors.LawDate(all, default));
        Assert.Equal(Day("2026-05-01"), PlanAnchors.LawDate(new Dictionary<string, DateOnly>(), Day("2026-05-01")));
    }

    [Fact]
    public void Preview_WithoutHousehold_ShowsEachStepOnceWithTheLawsNames()
    {
        var preview = PlanPreview.Compute(Definition, Resolve(("arrival", "2026-03-02")), Day("2026-03-02"), Workdays, "en", _ => "integration contract");

        Assert.Equal(["find-home", "hand-over-keys", "make-cv", "contract"], preview.Select(p => p.Step));
        Assert.Equal("Write the integration contract", preview[3].Title);
        Assert.Equal((Day("2026-03-20"), "advisor", "job-ready"), (preview[2].Due!.Value, preview[2].Owner, preview[2].Blocks.Single()));
        Assert.Null(preview[3].Due);
    }

    [Fact]
    public void Dates_OfSteps_AreThoseOfTheComputedTasks() =>
        Gen.Int[0, 4000].Sample(days =>
        {
            var arrival = new DateOnly(2016, 7, 1).AddDays(days);
            var anchors = new Dictionary<string, DateOnly> { ["arrival"] = arrival, ["takeover"] = arrival };
            var dates = PlanComputation.Dates(Definition, anchors, Workdays);
            return PlanComputation.Compute(Definition, anchors, arrival, Family, Workdays).All(t => t.Due == dates[t.Step.Id]);
        }, iter: 50);

    private static IReadOnlyList<ComputedTask> Compute(string lawDate, params (string Name, string Date)[] given) =>
        PlanComputation.Compute(Definition, Resolve(given), Day(lawDate), Family, Workdays);

    private static Dictionary<string, DateOnly> Resolve(params (string Name, string Date)[] given) => PlanAnchors.Resolve(
        Definition,
        given.ToDictionary(g => g.Name, g => Day(g.Date)),
        ResidenceBasis.Asylum71,
        (rule, facts) => rule == "contract-deadline" ? facts.DateOf("takeover")?.AddMonths(1) : null);
}
