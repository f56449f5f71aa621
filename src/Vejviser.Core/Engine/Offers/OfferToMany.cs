using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Offers;

/// <param name="Ids">People, or households where the practice is for one.</param>
/// <param name="RemindOn">The day to ask for the answers.</param>
public sealed record OfferToManyInput(string Practice, IReadOnlyCollection<Guid> Ids, DateOnly OfferedOn, DateOnly? RemindOn);

/// <param name="Offered">How many got the offer now.</param>
/// <param name="LeftOut">How many no longer are in the group: offered meanwhile, changed, or not the reader's to see.</param>
public sealed record OfferedToMany(int Offered, int LeftOut);

/// <summary>
/// Offers a practice to those ticked on its target group's list, all in one. Who left the group since the list was read is left out.
/// Failures: <c>offers.practice-not-adopted</c>, <c>offers.in-future</c>, <c>offers.remind-in-past</c>, <c>offers.nobody-ticked</c>.
/// </summary>
public sealed class OfferToMany(VejviserDb db, EffectivePractices practices)
{
    /// <summary>As many as a few pages hold: each is a row of the audit.</summary>
    public const int Most = 500;
    private const int Attempts = 3;

    public async Task<Result<OfferedToMany>> RunAsync(OfferToManyInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        var today = audit.Day;
        if (input.OfferedOn > today)
            return Failure.Of("offers.in-future");
        if (input.RemindOn < today)
            return Failure.Of("offers.remind-in-past");
        var ids = input.Ids.Distinct().Take(Most).ToList();
        if (ids.Count == 0)
            return Failure.Of("offers.nobody-ticked");
        if (await EffectivePractices.NewestAsync(db, input.Practice, cancel) is not { } version)
            return Failure.Of("offers.practice-not-adopted", ("practice", input.Practice));
        var practice = await practices.OfAsync(db, version.Id, cancel);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await db.IsHandledAsync(audit, cancel))
                return new OfferedToMany(ids.Count, 0);
            var group = await TargetGroup.AmongAsync(db, practice, who, ids, today, audit.At, cancel);
            var offers = group.Select(g => new Offer { Practice = practice.Id, HouseholdId = g.HouseholdId, PersonId = g.PersonId, OfferedOn = input.OfferedOn, OfferedBy = who.AccountId, RemindOn = input.RemindOn }).ToList();
            db.Offers.AddRange(offers);
            try
            {
                await db.SaveAsync(audit, [.. offers.Select(o => new AuditSubject(o.PersonId, o.HouseholdId, "offer", o.Id, AuditDetails.Of(("practice", o.Practice), ("on", o.OfferedOn))))], cancel);
                return new OfferedToMany(offers.Count, ids.Count - offers.Count);
            }
            catch (DbUpdateException e) when (e.IsUniqueViolationOn("offer"))
            {
                // A colleague offered it to one of them in between: who is left?
                db.ChangeTracker.Clear();
            }
        }

        return Failure.Of("offers.changed-meanwhile");
    }
}
