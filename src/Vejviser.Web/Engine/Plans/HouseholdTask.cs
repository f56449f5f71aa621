using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A task's row on the household's and the person's page.</summary>
/// <param name="Owner">In words: employee, unit or role.</param>
/// <param name="Person">Whom it is about; null where it is the household's, or the page is that person's.</param>
/// <param name="MayFinish">The reader works with plans, and nothing has to be ticked or shown first.</param>
/// <param name="IsAnswer">True where the row is the answer to a click: it takes the focus.</param>
public sealed record HouseholdTask(TaskLine Line, string Title, string Owner, string? Person, DateOnly Today, bool MayFinish, bool MayReopen, bool IsAnswer = false)
{
    /// <summary>The page to come back to where it is not the household's.</summary>
    public string? Back { get; init; }

    /// <summary>Why it was skipped, in words.</summary>
    public string SkipReason { get; init; } = "";

    public bool IsLate => Line.IsLateOn(Today);
}
