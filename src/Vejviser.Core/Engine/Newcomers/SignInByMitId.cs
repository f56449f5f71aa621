using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>
/// Signs in the newcomer whose CPR number MitID has proven (ADR 0039). Failures: <c>newcomers.level</c> where the assurance is too low; <c>newcomers.refused</c> for all else,
/// told alike whether nobody has the number, two have it, staff closed it or the person is too young. The audit says which, where a person is known.
/// </summary>
public sealed class SignInByMitId(VejviserDb db, NewcomerSettings settings)
{
    /// <param name="cpr">As the broker wrote it, with or without hyphen; null where it sent none.</param>
    /// <param name="isSure">The level of assurance is high enough.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The access's id, for the session.</returns>
    public async Task<Result<Guid>> RunAsync(string? cpr, bool isSure, DateTime now, CancellationToken cancel = default)
    {
        var number = CprNumber.Parse(cpr);
        var owners = number.IsSuccess ? await MitIdOwner.OfAsync(db, number.Value.Reveal(), cancel) : [];
        var why = isSure ? MitIdOwner.Refusal(owners, settings, TimeZones.DayOf(now)) : "level";
        if (why is null)
            return await AdmitAsync(owners[0], now, cancel);
        await db.SaveAsync(new AuditContext(null, "newcomers.refuse-mitid", now), [.. owners.Select(o => Subject(o, null, $$"""{"why":"{{why}}"}"""))], cancel);
        return Failure.Of(isSure ? "newcomers.refused" : "newcomers.level");
    }

    private async Task<Guid> AdmitAsync(MitIdOwner who, DateTime now, CancellationToken cancel)
    {
        while (true)
        {
            var access = await db.MitIdAccesses.SingleOrDefaultAsync(a => a.CprId == who.CprId, cancel) ?? db.MitIdAccesses.Add(new MitIdAccess { CprId = who.CprId }).Entity;
            access.LastUsedAt = now;
            try
            {
                if (await db.SaveAsync(new AuditContext(null, "newcomers.sign-in", now), Subject(who, access.Id, """{"means":"mitid"}"""), cancel) == SaveOutcome.Saved)
                    return access.Id;
            }
            catch (DbUpdateException e) when (e.IsUniqueViolationOn("mit_id_access"))
            {
                // Two first sign-ins at the same instant: the other's row is used.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static AuditSubject Subject(MitIdOwner who, Guid? access, string details) => new(who.Person.Id, who.Person.HouseholdId, "mitid-access", access, details);
}
