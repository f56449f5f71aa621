using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Tests.Chapters.Reception;

public sealed class JobReadinessTests
{
    private static readonly DateOnly Goal = new(2026, 3, 27);
    private static readonly PracticeDefinition Definition = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")).Find(ReceptionPlan.Id)!;
    private static readonly PlannedPerson Mother = Person(HouseholdRole.Head, new DateOnly(1990, 1, 1));
    private static readonly PlannedPerson Father = Person(HouseholdRole.Spouse, new DateOnly(1988, 1, 1));
    private static readonly PlannedPerson Child = Person(HouseholdRole.Child, new DateOnly(2022, 1, 1));

    [Fact]
    public void Decide_TaskOfOneAdult_StopsThatAdultOnly()
    {
        var adults = Decide([Mother, Father], Task(Mother.Id));
        Assert.Equal([false, true], adults.Select(a => a.IsReady));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decide_TaskOfHouseholdOrChild_StopsEveryAdult(bool isChilds)
    {
        var adults = Decide([Mother, Father, Child], Task(isChilds ? Child.Id : null));
        Assert.Equal(2, adults.Count);
        Assert.All(adults, a => Assert.Single(a.Stops));
    }

    [Theory]
    [InlineData(TaskState.Done)]
    [InlineData(TaskState.Skipped)]
    public void Decide_ClosedTask_StopsNobody(TaskState state) => Assert.All(Decide([Mother], Task(null, state)), a => Assert.True(a.IsReady));

    [Theory]
    [InlineData("2008-03-27", 1)]
    [InlineData("2008-03-28", 0)]
    [InlineData("1961-03-28", 1)]
    [InlineData("1961-03-27", 0)]
    public void Decide_AgeOnTheDayOfTheGoal_IsTheSettings(string born, int expected) =>
        Assert.Equal(expected, Decide([Person(HouseholdRole.Other, DateOnly.Parse(born, null))]).Count);

    [Fact]
    public void Decide_AgeUnknown_HeadIsAskedForAndChildIsNot() =>
        Assert.Equal([HouseholdRole.Head], Decide([Person(HouseholdRole.Head, null), Person(HouseholdRole.Child, null)]).Select(a => a.Person.Role));

    private static IReadOnlyList<ReadyPerson> Decide(IReadOnlyList<PlannedPerson> people, params TaskLine[] tasks) => JobReadiness.Decide(Definition, people, tasks, Goal);

    private static PlannedPerson Person(HouseholdRole role, DateOnly? born) => new(Guid.CreateVersion7(), "", role, born, born?.Year, false);

    private static TaskLine Task(Guid? person, TaskState state = TaskState.Open) => new(
        Guid.CreateVersion7(), Guid.Empty, Guid.Empty, Goal, Guid.Empty, person, ReceptionPlan.Id, "cv-ready", null, "employment", "week-2", "employment-advisor",
        null, null, null, Goal, false, state, null, null, null, 0, 0);
}
