using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>
/// Says who fills a role, in one practice or everywhere: a unit, one employee, or an employee in a unit. Plans started from then on follow it.
/// Who may adapt practices may say it for one practice; for all it takes the right to change the organisation.
/// </summary>
public static class FillPracticeRole
{
    /// <param name="Practice">The practice's id, or <see cref="PracticeRole.Everywhere"/>.</param>
    /// <param name="Role">The role's id in its definition.</param>
    /// <param name="UnitId">With <paramref name="AccountId"/> null too, nobody fills the role.</param>
    /// <param name="AccountId">The employee.</param>
    public sealed record Input(string Practice, string Role, Guid? UnitId, Guid? AccountId);

    public static async Task<Result<Done>> RunAsync(VejviserDb db, Input input, Reader by, AuditContext audit, CancellationToken cancel)
    {
        var isOne = input.Practice != PracticeRole.Everywhere;
        if (!(isOne && by.MayEverywhere(Permissions.PracticesAdapt)) && MayOrganise.Everywhere(by) is { } refusal)
            return refusal;
        if (input.UnitId is { } unit && !await db.Units.AnyAsync(u => u.Id == unit && !u.IsClosed, cancel))
            return Failure.Of("organisation.unknown-unit");
        if (input.AccountId is { } account && !await db.Users.AnyAsync(a => a.Id == account && !a.IsClosed, cancel))
            return Failure.Of("access.unknown-account");
        var filled = await db.PracticeRoles.SingleOrDefaultAsync(r => r.Practice == input.Practice && r.Role == input.Role, cancel);
        if (input is { UnitId: null, AccountId: null })
        {
            if (filled is not null)
                db.Remove(filled);
        }
        else
        {
            if (filled is null)
                db.PracticeRoles.Add(filled = new PracticeRole { Practice = input.Practice, Role = input.Role });
            (filled.UnitId, filled.AccountId) = (input.UnitId, input.AccountId);
        }

        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "practice-role", Details: $$"""{"practice":"{{input.Practice}}","role":"{{input.Role}}","unit":"{{input.UnitId}}","account":"{{input.AccountId}}"}"""), cancel);
        return Done.Result;
    }
}
