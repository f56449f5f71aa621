using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="From">The day the household moves in.</param>
/// <param name="To">The last day of the municipality's lease; null the longest the practice allows. Read, as are rent and use, only where no lease with the host runs.</param>
/// <param name="Rent">Kroner a month, without use.</param>
public sealed record SignHostLeaseInput(Guid MatchId, DateOnly? From, DateOnly? To, int? Rent, int? Use);

/// <summary>
/// Signs the lease when both have said yes: the municipality is tenant, for at most so many months and at most the market rent, and the household moves in. Where the municipality's lease with the host still runs, the household moves in
/// within it. Failures: <c>hosting.forbidden</c>, <c>hosting.unknown-match</c>, <c>hosting.not-agreed</c>, <c>hosting.lease-figures</c>, <c>hosting.rent-over-market</c>, <c>hosting.lease-too-long</c>, <c>hosting.listed-area</c>,
/// <c>hosting.taken</c> (somebody lives there), <c>hosting.changed-meanwhile</c>.
/// </summary>
public sealed class SignHostLease(VejviserDb db, EffectivePractices practices)
{
    private const int MostKroner = 50_000;

    public async Task<Result<Guid>> RunAsync(SignHostLeaseInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.HostMatches.SingleOrDefaultAsync(m => m.Id == input.MatchId, cancel) is not { } match)
            return Failure.Of("hosting.unknown-match");
        if (await db.IsHandledAsync(audit, cancel))
            return match.Id;
        if (match.Step != MatchStep.Agreed)
            return Failure.Of("hosting.not-agreed");
        if (input.From is not { } from)
            return Failure.Of("hosting.lease-figures");
        var host = await db.PrivateHosts.SingleAsync(h => h.Id == match.HostId, cancel);
        var home = await db.Dwellings.SingleAsync(d => d.Id == host.DwellingId, cancel);
        if (await db.HousingAreas.Where(a => a.Id == home.AreaId && a.IsListed).Select(a => a.Name).SingleOrDefaultAsync(cancel) is { } listed)
            return Failure.Of("hosting.listed-area", ("area", listed));
        var lease = await LeaseAsync(host, from, input, audit, cancel);
        if (!lease.IsSuccess)
            return lease.Failure;
        var stay = db.Add(new Lease { DwellingId = home.Id, Tenant = TenantKind.Household, HouseholdId = match.HouseholdId, From = from, To = lease.Value.To, Rent = lease.Value.Rent, Use = lease.Value.Use, MadeAt = audit.At }.Held()).Entity;
        (match.LeaseId, match.StandingHostId, match.StandingHouseholdId) = (stay.Id, null, null);
        match.Version++;
        (host.WaitingSince, host.NextBy) = (null, null);
        host.Version++;
        try
        {
            return await db.SaveAsync(audit, [PutForward.Subject(match), new AuditSubject(HouseholdId: match.HouseholdId, Entity: "lease", EntityId: stay.Id)], cancel) == SaveOutcome.Conflict ? Failure.Of("hosting.changed-meanwhile") : stay.Id;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("lease"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("hosting.taken");
        }
    }

    /// <summary>The lease that runs on the day they move in, or a new one that keeps both ceilings.</summary>
    private async Task<Result<HostLease>> LeaseAsync(PrivateHost host, DateOnly from, SignHostLeaseInput input, AuditContext audit, CancellationToken cancel)
    {
        if (await db.HostLeases.AsNoTracking().FirstOrDefaultAsync(l => l.HostId == host.Id && l.EndedOn == null && l.From <= from && l.To > from, cancel) is { } running)
            return running;
        var rules = await HostingRules.LoadAsync(db, practices, cancel);
        var market = host.MarketRent ?? 0;
        if (input.Rent is not (>= 0 and <= MostKroner) || input.Use is not (>= 0 and <= MostKroner) || input.To <= from)
            return Failure.Of("hosting.lease-figures");
        if (input.Rent > rules.RentMost(market))
            return Failure.Of("hosting.rent-over-market", ("rent", input.Rent), ("most", rules.RentMost(market)), ("market", market));
        var last = rules.LastDay(from);
        if (input.To > last)
            return Failure.Of("hosting.lease-too-long", ("months", rules.LeaseMonths), ("last", last));
        return db.Add(new HostLease { HostId = host.Id, From = from, To = input.To ?? last, Rent = input.Rent.Value, Use = input.Use.Value, MarketRent = market, SignedAt = audit.At, SignedBy = audit.Actor }).Entity;
    }
}
