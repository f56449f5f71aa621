using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <param name="ChosenTime">Chosen by hand, with a reason; null lets the proposal decide.</param>
public sealed record WishInput(Guid PersonId, Weekdays Days, Guid? ChosenTime, string? Reason);

/// <summary>Writes the days somebody can come, and a time chosen for them by hand. Failures: <c>groups.forbidden</c>, <c>groups.not-interested</c>, <c>groups.days-missing</c>, <c>groups.unknown-time</c>, <c>groups.reason-missing</c>, <c>groups.too-long</c>, <c>groups.changed-meanwhile</c>.</summary>
public static class ChangeWish
{
    public const int MostCharacters = 400;

    public static async Task<Result<Done>> RunAsync(VejviserDb db, WishInput input, GroupPolicy policy, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthDecide))
            return Failure.Of("groups.forbidden");
        if ((input.Days & Weekdays.All) == Weekdays.None)
            return Failure.Of("groups.days-missing");
        if (input.Reason?.Length > MostCharacters)
            return Failure.Of("groups.too-long", ("most", MostCharacters));
        var facts = await ReadGroups.FactsAsync(db, policy, audit.Day, cancel);
        if (facts.Seekers.FirstOrDefault(s => s.Id == input.PersonId) is not { } seeker)
            return Failure.Of("groups.not-interested");
        if (input.ChosenTime is { } time && facts.Times.All(t => t.Id != time || t.IsTaken))
            return Failure.Of("groups.unknown-time");
        if (input.ChosenTime is not null && string.IsNullOrWhiteSpace(input.Reason))
            return Failure.Of("groups.reason-missing");
        var wish = await db.GroupWishes.SingleOrDefaultAsync(w => w.PersonId == input.PersonId, cancel) ?? db.Add(new GroupWish { PersonId = input.PersonId }).Entity;
        (wish.Days, wish.ChosenTimeId, wish.ChosenReason) = (input.Days & Weekdays.All, input.ChosenTime, input.ChosenTime is null ? null : input.Reason!.Trim());
        wish.Version++;
        return await SaveAsync(db, new AuditSubject(seeker.Id, seeker.HouseholdId, "group-wish", seeker.Id), audit, cancel);
    }

    /// <summary>Two who write the first wish of the same person at once: the second is told.</summary>
    internal static async Task<Result<Done>> SaveAsync(VejviserDb db, AuditSubject subject, AuditContext audit, CancellationToken cancel)
    {
        try
        {
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("groups.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("group_wish"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("groups.changed-meanwhile");
        }
    }
}
