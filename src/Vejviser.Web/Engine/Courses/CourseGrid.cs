using Vejviser.Core.Engine.Courses;

namespace Vejviser.Web.Engine.Courses;

/// <summary>A week's sessions as a grid: days across, times down.</summary>
/// <param name="IsOneCourse">All are of one course, so its title is not said again and again.</param>
public sealed record CourseGrid(IReadOnlyList<SessionLine> Sessions, DateOnly Monday, CourseWords Words, DateOnly Today, bool IsOneCourse)
{
    private const int Workdays = 5;
    private const int DaysAWeek = 7;

    /// <summary>Where a session leads; null where it leads nowhere.</summary>
    public Func<SessionLine, string?> LinkOf { get; init; } = s => $"/courses/{s.CourseId}/sessions/{s.MeetingId}";

    /// <summary>The workdays, and the weekend's where something is held.</summary>
    public IReadOnlyList<DateOnly> Days => [.. Enumerable.Range(0, DaysAWeek).Select(Monday.AddDays).Where((day, i) => i < Workdays || Sessions.Any(s => s.Day == day))];

    public IEnumerable<IGrouping<string, SessionLine>> Rows => Sessions.GroupBy(s => Words.At(s.StartsAt)).OrderBy(g => g.Key, StringComparer.Ordinal);
}
