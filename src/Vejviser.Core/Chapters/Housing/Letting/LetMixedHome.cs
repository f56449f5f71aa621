using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Letting;

/// <param name="HouseholdId">Null: to a student.</param>
public sealed record LetMixedHomeInput(Guid DwellingId, Guid? HouseholdId);

/// <summary>
/// Lets a home in an integration-supporting estate to a student or a newcomer, so that the mix holds after each letting. Failures: <c>housing.forbidden</c>, <c>housing.unknown-home</c>, <c>housing.not-mixed</c>,
/// <c>housing.home-gone</c>, <c>housing.mix-students</c> (a student is next), <c>housing.mix-newcomers</c>, <c>housing.over-rent-ceiling</c>, <c>housing.refused-listed-area</c>, <c>housing.mixed-for-one</c>
/// (the homes are for one), <c>housing.unknown-household</c>, <c>housing.has-nomination</c>, <c>housing.changed-meanwhile</c> (somebody let a home at the same time: look again).
/// </summary>
public sealed class LetMixedHome(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<Guid>> RunAsync(LetMixedHomeInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingDecide))
            return Failure.Of("housing.forbidden");
        if (await db.Dwellings.SingleOrDefaultAsync(d => d.Id == input.DwellingId, cancel) is not { EstateId: { } estateId } home)
            return Failure.Of("housing.unknown-home");
        var estate = await db.Estates.SingleAsync(e => e.Id == estateId, cancel);
        var rules = await MixedRules.LoadAsync(db, practices, cancel);
        if (await RefusalAsync(input, home, estate, rules, cancel) is { } refused)
            return refused;
        estate.Version++;
        var (lease, subject) = Let(input.HouseholdId, home, estate, audit);
        if (input.HouseholdId is { } household)
            await ClaimHome.StopWaitingAsync(db, [household], cancel);
        try
        {
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Saved ? lease : Failure.Of("housing.changed-meanwhile");
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("lease") || e.IsUniqueViolationOn("nomination"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of(e.IsUniqueViolationOn("lease") ? "housing.home-gone" : "housing.has-nomination");
        }
    }

    private (Guid Lease, AuditSubject Subject) Let(Guid? household, Dwelling home, Estate estate, AuditContext audit)
    {
        if (household is { } family)
        {
            var nomination = LetHome.Add(db, home, estate.AssociationId, family, NominationRight.Quarter, audit.Day, audit.At, null);
            return (nomination.LeaseId, new AuditSubject(HouseholdId: family, Entity: "nomination", EntityId: nomination.Id));
        }

        var lease = db.Add(new Lease { DwellingId = home.Id, Tenant = TenantKind.Student, From = home.AvailableFrom > audit.Day ? home.AvailableFrom : audit.Day, Rent = home.Rent, Use = home.Use, MadeAt = audit.At }.Held()).Entity;
        return (lease.Id, new AuditSubject(Entity: "lease", EntityId: lease.Id));
    }

    private async Task<Failure?> RefusalAsync(LetMixedHomeInput input, Dwelling home, Estate estate, MixedRules rules, CancellationToken cancel)
    {
        if (!estate.IsIntegrationSupporting)
            return Failure.Of("housing.not-mixed");
        if (home.IsWithdrawn || await db.Leases.AnyAsync(l => l.HeldDwellingId == home.Id, cancel))
            return Failure.Of("housing.home-gone");
        if (home.RentWithUse > rules.RentMost)
            return Failure.Of("housing.over-rent-ceiling", ("rent", home.RentWithUse), ("most", rules.RentMost));
        var tenant = input.HouseholdId is null ? TenantKind.Student : TenantKind.Household;
        var mix = await EstateMix.ReadAsync(db, estate.Id, rules, cancel);
        if (!mix.Allows(tenant))
            return Failure.Of(tenant == TenantKind.Household ? "housing.mix-students" : "housing.mix-newcomers", ("students", mix.Students), ("newcomers", mix.Refugees));
        if (input.HouseholdId is not { } household)
            return null;
        if (await db.HousingAreas.AnyAsync(a => a.Id == estate.AreaId && a.IsListed, cancel))
            return Failure.Of("housing.refused-listed-area", ("area", await db.HousingAreas.Where(a => a.Id == estate.AreaId).Select(a => a.Name).SingleAsync(cancel)));
        var people = await db.People.CountAsync(p => p.HouseholdId == household && p.MergedIntoId == null, cancel);
        return people switch { 0 => Failure.Of("housing.unknown-household"), 1 => null, _ => Failure.Of("housing.mixed-for-one") };
    }
}
