using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Access;

/// <summary>Section <c>BreakGlass</c> of the settings file.</summary>
public sealed class BreakGlassSettings
{
    public const string Section = "BreakGlass";

    /// <summary>How long the household stays open, in hours.</summary>
    public int Hours { get; set; } = 24;

    /// <summary>Least length of the reason, in characters.</summary>
    public int ReasonLength { get; set; } = 20;
}

/// <summary>Opens a person outside the need-to-know for some hours, with a reason; the person's case worker sees it.</summary>
public static class OpenBreakGlass
{
    /// <returns>When it ends, UTC.</returns>
    public static async Task<Result<DateTime>> RunAsync(VejviserDb db, Guid personId, BreakGlassSettings settings, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (!by.May(Permissions.BreakGlass))
            return Failure.Of("access.break-glass-not-allowed");
        var reason = audit.Reason?.Trim() ?? "";
        if (reason.Length < settings.ReasonLength)
            return Failure.Of("access.break-glass-reason", ("least", settings.ReasonLength));
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == personId, cancel) is not { } person)
            return Failure.Of("access.unknown-person");
        var opened = new BreakGlass
        {
            AccountId = by.AccountId, HouseholdId = person.HouseholdId, PersonId = person.Id, Reason = reason, At = audit.At, Until = audit.At.AddHours(settings.Hours),
        };
        db.BreakGlasses.Add(opened);
        await db.SaveAsync(audit with { Reason = reason }, new AuditSubject(person.Id, person.HouseholdId, "break-glass", opened.Id), cancel);
        return opened.Until;
    }
}
