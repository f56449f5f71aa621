using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>
/// Places an employee in a unit, as leader or not, or takes them out. Who is in a unit sees the households it works with, so
/// nobody places themselves.
/// </summary>
public static class ChangeMember
{
    public sealed record Input(Guid UnitId, Guid AccountId, bool IsLeader);

    public static async Task<Result<Done>> PlaceAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (!await db.Units.AnyAsync(u => u.Id == input.UnitId && !u.IsClosed, cancel))
            return Failure.Of("organisation.unknown-unit");
        if (MayOrganise.Unit(by, input.UnitId) is { } refusal)
            return refusal;
        if (!await db.Users.AnyAsync(a => a.Id == input.AccountId && !a.IsClosed, cancel))
            return Failure.Of("access.unknown-account");
        var member = await db.UnitMembers.SingleOrDefaultAsync(m => m.UnitId == input.UnitId && m.AccountId == input.AccountId, cancel);
        if (member is null && input.AccountId == by.AccountId && !by.MayEverywhere(Permissions.AccessEdit))
            return Failure.Of("organisation.not-oneself");
        if (member is null)
            db.UnitMembers.Add(member = new UnitMember { UnitId = input.UnitId, AccountId = input.AccountId });
        member.IsLeader = input.IsLeader;
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, Subject(input.UnitId, input.AccountId), cancel);
        return Done.Result;
    }

    public static async Task<Result<Done>> TakeOutAsync(VejviserDb db, Guid unitId, Guid accountId, Reader by, AuditContext audit, CancellationToken cancel)
    {
        if (MayOrganise.Unit(by, unitId) is { } refusal)
            return refusal;
        if (await db.UnitMembers.SingleOrDefaultAsync(m => m.UnitId == unitId && m.AccountId == accountId, cancel) is not { } member)
            return Done.Result;
        db.Remove(member);
        await db.SaveAsync(audit, Subject(unitId, accountId), cancel);
        return Done.Result;
    }

    private static AuditSubject Subject(Guid unitId, Guid accountId) => new(Entity: "unit", EntityId: unitId, Details: $$"""{"account":"{{accountId}}"}""");
}
