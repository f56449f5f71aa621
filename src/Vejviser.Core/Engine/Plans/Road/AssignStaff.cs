using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Plans.Road;

/// <param name="CaseWorkerId">Null for nobody.</param>
/// <param name="ContactPersonId">Null for nobody.</param>
public sealed record AssignStaffInput(Guid HouseholdId, Guid? CaseWorkerId, Guid? ContactPersonId);

/// <summary>
/// Says who has the household's case and who is its contact person; both see the household from then on.
/// Failures: <c>households.unknown</c>, <c>plan.staff-closed</c>, <c>plan.contacts-full</c>, <c>plan.changed-meanwhile</c>.
/// </summary>
public sealed class AssignStaff(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<Done>> RunAsync(AssignStaffInput input, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.Households.SingleOrDefaultAsync(h => h.Id == input.HouseholdId, cancel) is not { } household)
            return Failure.Of("households.unknown", ("household", input.HouseholdId));
        if (await db.IsHandledAsync(audit, cancel) || (household.CaseWorkerId, household.ContactPersonId) == (input.CaseWorkerId, input.ContactPersonId))
            return Done.Result;
        var chosen = new[] { input.CaseWorkerId, input.ContactPersonId }.OfType<Guid>().Distinct().ToList();
        if (await db.Users.CountAsync(a => chosen.Contains(a.Id) && !a.IsClosed && a.Kind == AccountKind.Employee, cancel) != chosen.Count)
            return Failure.Of("plan.staff-closed");
        // Who steps up to be the steady one is no longer beside it.
        var beside = await db.HouseholdContacts.Where(c => c.HouseholdId == household.Id).ToListAsync(cancel);
        db.HouseholdContacts.RemoveRange(beside.Where(c => c.AccountId == input.ContactPersonId));
        beside.RemoveAll(c => c.AccountId == input.ContactPersonId);
        if (household.ContactPersonId is null && input.ContactPersonId is not null && await ContactLimit.OfAsync(db, practices, household.Id, cancel) is { } limit && beside.Count >= limit.Most)
        {
            db.ChangeTracker.Clear();
            return await limit.RefusalAsync(db, household.Id, cancel);
        }

        var details = AuditDetails.Of(
            ("case-worker", new[] { household.CaseWorkerId, input.CaseWorkerId }), ("contact-person", new[] { household.ContactPersonId, input.ContactPersonId }));
        if (household.ContactPersonId != input.ContactPersonId)
            household.ContactSince = input.ContactPersonId is null ? null : audit.Day;
        (household.CaseWorkerId, household.ContactPersonId) = (input.CaseWorkerId, input.ContactPersonId);
        household.Version++;
        var outcome = await db.SaveAsync(audit, new AuditSubject(HouseholdId: household.Id, Entity: "household", EntityId: household.Id, Details: details), cancel);
        return outcome == SaveOutcome.Conflict ? Failure.Of("plan.changed-meanwhile") : Done.Result;
    }
}
