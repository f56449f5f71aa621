using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A row of the work list in the reader's words.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Day">The due day with its week, such as <c>tor. 12. mar. · uge 11</c>; empty while it waits for a date.</param>
/// <param name="Goals">What it stands in the way of, in words.</param>
/// <param name="With">Who else has a part: the owner on a team's list, else the household's case worker; null where that is the reader alone.</param>
/// <param name="IsFinishedInPlace">One keypress finishes it; else its page is opened to tick, show or write first.</param>
/// <param name="OnlyHousehold">The same list for this household only; null where it is that already.</param>
public sealed record WorkLine(
    WorkRow Row, WorkSection Section, string Title, string Day, int DaysLate, IReadOnlyList<string> Goals, string? With, bool IsFinishedInPlace, string? OnlyHousehold)
{
    /// <summary>The row comes back after an undo: it takes the focus, and the counts come with it.</summary>
    public bool IsAnswer { get; init; }

    public WorkCounts? Counts { get; init; }

    /// <summary>Names the task and the version that was shown: what the finish button sends.</summary>
    public string Key => $"{Row.Id}:{Row.Version}";

    public static WorkLine Of(WorkRow row, TaskWords words, PageTexts text, DateOnly today, Reader reader, WorkQuery query) => new(
        row, WorkDays.SectionOf(row.Due, today), words.Title(row.Name), row.Due is { } due ? $"{text.Day(due, today)} · {text.Week(due)}" : "",
        row.Due is { } day && day < today ? today.DayNumber - day.DayNumber : 0,
        [.. row.Goals.Select(g => words.Goal(row.Name.PracticeVersionId, g))],
        query.Team is not null ? row.OwnerName : row.CaseWorkerId == reader.AccountId ? null : row.CaseWorkerName,
        reader.May(Permissions.PlansWork) && words.IsFinishedInPlace(row.Name),
        query.Household is null ? (query with { Household = row.HouseholdId, After = null }).Link("/") : null);
}
