using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Needs;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <summary>
/// Claims a vacant home for a household between meetings. Of many who claim one home at once one gets it; the others are told so with the next best home for their household.
/// Failures: <c>housing.forbidden</c>, <c>housing.unknown-household</c>, <c>housing.not-waiting</c>, <c>housing.home-gone-next</c> (with <c>home</c>, the next's address, and <c>id</c>), <c>housing.home-gone</c>
/// (and there is no other), <c>housing.has-nomination</c>, <c>housing.refused-…</c>.
/// </summary>
public sealed class ClaimHome(VejviserDb db, EffectivePractices practices, LawBook law)
{
    public async Task<Result<Guid>> RunAsync(Guid household, Guid dwelling, NominationRight right, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingDecide))
            return Failure.Of("housing.forbidden");
        var policy = await ReadPolicy.InForceAsync(db, cancel);
        if ((await ReadNeeds.OfAsync(db, practices, db.Households.Where(h => h.Id == household), law, policy, audit.Day, cancel)).SingleOrDefault() is not { } need)
            return Failure.Of("housing.unknown-household");
        var seeker = ReadAllocation.Seeker(need, audit.Day);
        if (!need.IsWaiting)
            return Failure.Of("housing.not-waiting");
        if ((await ReadAllocation.VacantAsync(db, cancel)).FirstOrDefault(h => h.Id == dwelling) is not { } facts)
            return await NextAsync(seeker, policy, cancel);
        if (HousingRuleBook.Of(policy).Judge(seeker, facts) is { Accepted: false } verdict)
            return HousingRefusals.Failure(verdict);
        var home = await db.Dwellings.SingleAsync(d => d.Id == dwelling, cancel);
        var nomination = LetHome.Add(db, home, facts.AssociationId, household, right, audit.Day, audit.At, null);
        await StopWaitingAsync(db, [household], cancel);
        try
        {
            var outcome = await db.SaveAsync(audit, new AuditSubject(HouseholdId: household, Entity: "nomination", EntityId: nomination.Id), cancel);
            return outcome == SaveOutcome.Saved ? nomination.Id : Failure.Of("housing.changed-meanwhile");
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("nomination"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("housing.has-nomination");
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("lease"))
        {
            db.ChangeTracker.Clear();
            return await NextAsync(seeker, policy, cancel);
        }
    }

    internal static async Task StopWaitingAsync(VejviserDb db, IReadOnlyCollection<Guid> households, CancellationToken cancel)
    {
        foreach (var need in await db.HousingNeeds.Where(n => households.Contains(n.HouseholdId)).ToListAsync(cancel))
        {
            need.IsWaiting = false;
            need.Version++;
        }
    }

    /// <summary>The home is gone: the best of those still vacant.</summary>
    private async Task<Failure> NextAsync(SeekerFacts seeker, HousingPolicy policy, CancellationToken cancel)
    {
        var book = HousingRuleBook.Of(policy);
        var next = (await ReadAllocation.VacantAsync(db, cancel)).Select(h => (Home: h, Verdict: book.Judge(seeker, h))).Where(h => h.Verdict.Accepted).OrderByDescending(h => h.Verdict.Score).Select(h => h.Home).FirstOrDefault();
        return next is null ? Failure.Of("housing.home-gone") : Failure.Of("housing.home-gone-next", ("home", next.Address), ("id", next.Id));
    }
}
