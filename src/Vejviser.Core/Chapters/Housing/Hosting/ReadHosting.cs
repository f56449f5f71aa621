using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Reads what there is to put together: households whose plan in the practice runs and who have no host, and hosts with a free room.</summary>
public static class ReadHosting
{
    private const string English = "en";

    public static async Task<HostPairs> ProposalAsync(VejviserDb db, HostingRules rules, DateOnly today, CancellationToken cancel) => new(await FactsAsync(db, rules, today, cancel), rules.Weights);

    public static async Task<HostingFacts> FactsAsync(VejviserDb db, HostingRules rules, DateOnly today, CancellationToken cancel)
    {
        var declined = await db.HostMatches.AsNoTracking().Where(m => m.DeclinedBy != null).Select(m => new { m.HostId, m.HouseholdId }).ToListAsync(cancel);
        return new HostingFacts(await GuestsAsync(db, today, cancel), await RoomsAsync(db, today, cancel), declined.Select(d => (d.HostId, d.HouseholdId)).ToHashSet(), rules.HouseholdMost);
    }

    /// <summary>In words and without a name, as a host may know it before both have agreed to meet.</summary>
    public static async Task<GuestFacts?> GuestAsync(VejviserDb db, Guid household, Guid plan, DateOnly today, CancellationToken cancel) =>
        (await GuestsAsync(db, db.Plans.Where(p => p.Id == plan && p.HouseholdId == household), today, cancel)).SingleOrDefault();

    private static Task<IReadOnlyList<GuestFacts>> GuestsAsync(VejviserDb db, DateOnly today, CancellationToken cancel) => GuestsAsync(
        db,
        db.Plans.Where(p => p.Practice == HostingRules.Practice && p.State == PlanState.Running && !db.HostMatches.Any(m => m.StandingHouseholdId == p.HouseholdId || (m.PlanId == p.Id && m.LeaseId != null))
            && !db.Leases.Any(l => l.HouseholdId == p.HouseholdId && l.HeldDwellingId != null && l.To == null)),
        today, cancel);

    private static async Task<IReadOnlyList<GuestFacts>> GuestsAsync(VejviserDb db, IQueryable<Plan> plans, DateOnly today, CancellationToken cancel)
    {
        var found = await plans.AsNoTracking().Join(db.Households, p => p.HouseholdId, h => h.Id, (p, h) => new { p.Id, p.StartedAt, h.ArrivalDate, h.Reference, HouseholdId = h.Id, Wish = db.HostingWishes.FirstOrDefault(w => w.HouseholdId == h.Id) }).ToListAsync(cancel);
        var homes = found.ConvertAll(f => f.HouseholdId);
        var people = (await db.People.AsNoTracking().Where(p => homes.Contains(p.HouseholdId) && p.MergedIntoId == null).ToListAsync(cancel)).ToLookup(p => p.HouseholdId);
        var further = (await db.PersonLanguages.AsNoTracking().Where(l => l.Level >= Proficiency.Basic && db.People.Any(p => p.Id == l.PersonId && homes.Contains(p.HouseholdId))).ToListAsync(cancel)).ToLookup(l => l.PersonId, l => l.Language);
        return
        [
            .. from f in found
               let all = people[f.HouseholdId].ToList()
               where all.Count > 0
               let grown = all.Where(p => p.AgeOn(today) is not { } age || age >= Age.OfMajority).ToList()
               let since = today.DayNumber - TimeZones.DayOf(f.StartedAt).DayNumber
               orderby f.StartedAt, f.HouseholdId
               select new GuestFacts(
                   f.HouseholdId, f.Id, CaseLabels.OfHousehold(f.HouseholdId, f.Reference), grown.Count, all.Count - grown.Count, [.. grown.SelectMany(p => Spoken(p, further[p.Id])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                   f.Wish is not null, f.Wish?.Smokes ?? false, f.Wish?.AvoidsPets ?? false, f.Wish?.Together ?? Togetherness.NoMatter, f.Wish?.AreaId, f.ArrivalDate is { } day && day > today ? day : today, Math.Max(0, since), all.Exists(p => p.HasProtectedAddress)),
        ];
    }

    private static IEnumerable<string> Spoken(Person person, IEnumerable<string> further) =>
        further.Concat(person.Language is { } own ? [own] : []).Concat(person.English >= Proficiency.Basic ? [English] : []);

    private static async Task<IReadOnlyList<RoomFacts>> RoomsAsync(VejviserDb db, DateOnly today, CancellationToken cancel) =>
    [
        .. (await (from h in db.PrivateHosts.AsNoTracking()
                   join d in db.Dwellings on h.DwellingId equals (Guid?)d.Id
                   join a in db.HousingAreas on d.AreaId equals a.Id
                   where h.State == HostState.Fit && d.Kind == DwellingKind.PrivateRoom && !d.IsWithdrawn && !db.Leases.Any(l => l.HeldDwellingId == d.Id) && !db.HostMatches.Any(m => m.StandingHostId == h.Id)
                   orderby h.WaitingSince, h.Id
                   select new { Host = h, Area = a, d.AvailableFrom }).ToListAsync(cancel))
            .Select(x => new RoomFacts(
                x.Host.Id, x.Host.Name, x.Host.Address, x.Area.Id, x.Area.Name, x.Area.IsListed, x.Area.TransportMetres, x.Host.PeopleMost, x.Host.AcceptsSmoking, x.Host.HasPets, x.Host.Together, x.Host.Languages, x.AvailableFrom,
                Math.Max(0, today.DayNumber - (x.Host.WaitingSince ?? today).DayNumber), x.Host.NextBy is not null)),
    ];
}
