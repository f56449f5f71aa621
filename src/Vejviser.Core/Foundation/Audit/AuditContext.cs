using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Audit;

/// <summary>
/// Who does it, why, and by which command: the parameter without which nothing changes (ADR 0007).
/// </summary>
/// <param name="Actor">The account, or null for the product itself (a timed job, the command line's system user).</param>
/// <param name="Action">What is done, as <c>module.verb-noun</c>, such as <c>plans.complete-task</c>.</param>
/// <param name="At">The instant, UTC.</param>
/// <param name="Reason">The person's own reason where one is asked for. It is kept out of logs.</param>
/// <param name="CommandId">The form's own id: the same id twice gives the first result and changes nothing (ADR 0009).</param>
public sealed record AuditContext(Guid? Actor, string Action, DateTime At, string? Reason = null, Guid? CommandId = null)
{
    /// <summary>The day it is done on, by the town hall's clock.</summary>
    public DateOnly Day => TimeZones.DayOf(At);
}

/// <summary>
/// One line for the audit: which person or household, which thing, what changed. Ids, codes, dates and field names only.
/// </summary>
public sealed record AuditSubject(Guid? PersonId = null, Guid? HouseholdId = null, string? Entity = null, Guid? EntityId = null, string? Details = null);
