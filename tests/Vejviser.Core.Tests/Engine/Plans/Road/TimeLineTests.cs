using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Core.Tests.Engine.Plans.Road;

public sealed class TimeLineTests
{
    private static readonly DateOnly Wednesday = new(2026, 3, 11);

    [Fact]
    public void Of_Tasks_StandInTheWeekCountedFromTheArrivals()
    {
        var line = TimeLine.Of([Task("2026-03-08"), Task("2026-03-09"), Task("2026-03-15"), Task("2026-03-16")], Wednesday, Wednesday);
        Assert.Equal([-1, 0, 1], line.Weeks);
        Assert.Equal([1, 2, 1], line.Rows.Single(r => r.Area == "housing").Cells.Select(c => c.Tasks.Count));
        Assert.Equal((0, new DateOnly(2026, 3, 9)), (line.Now, line.MondayOf(0)));
    }

    [Fact]
    public void Of_NewYear_CountsWeeksOn() => Assert.Equal([0, 1], TimeLine.Of([Task("2027-01-04")], new DateOnly(2026, 12, 31), Wednesday).Weeks);

    [Fact]
    public void Of_NineAreas_AlwaysStand() => Assert.Equal(9, TimeLine.Of([], Wednesday, Wednesday).Rows.Count);

    [Fact]
    public void Of_TaskWithoutDate_IsKeptApart()
    {
        var line = TimeLine.Of([Task(null)], Wednesday, Wednesday);
        Assert.Single(line.Undated);
        Assert.All(line.Rows.SelectMany(r => r.Cells), c => Assert.Empty(c.Tasks));
    }

    [Fact]
    public void Of_TaskYearsAway_StandsInTheOutermostWeek()
    {
        var line = TimeLine.Of([Task("2040-01-01")], Wednesday, Wednesday);
        Assert.Equal(61, line.Weeks.Count);
        Assert.Single(line.Rows.Single(r => r.Area == "housing").Cells[^1].Tasks);
    }

    private static TaskLine Task(string? due) => new(
        Guid.CreateVersion7(), Guid.Empty, Guid.Empty, Wednesday, Guid.Empty, null, "reception-plan", "home-visit", null, "housing", "week-1", "housing-officer",
        null, null, null, due is null ? null : DateOnly.Parse(due, null), false, TaskState.Open, null, null, null, 0, 0);
}
