using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Chapters.Housing.Needs;

/// <summary>
/// Puts on the list by itself whoever has become too many for their home, such as a family that has been reunified: the search starts without anybody remembering it. Once for each number of people: who is taken off the list stays off
/// until one more comes.
/// </summary>
public static class ListOutgrown
{
    private sealed record Housed(Guid Household, int Rooms, int People);

    /// <returns>How many were put on the list.</returns>
    public static async Task<int> RunAsync(VejviserDb db, AuditContext audit, CancellationToken cancel)
    {
        var perRoom = (await ReadPolicy.InForceAsync(db, cancel)).PeoplePerRoom;
        var housed = (await HousedAsync(db, cancel)).Where(h => h.People > h.Rooms * perRoom).ToList();
        var ids = housed.ConvertAll(h => h.Household);
        var needs = await db.HousingNeeds.Where(n => ids.Contains(n.HouseholdId)).ToDictionaryAsync(n => n.HouseholdId, cancel);
        var outgrown = housed.Where(h => !IsSettled(needs.GetValueOrDefault(h.Household), h)).ToList();
        if (outgrown.Count == 0)
            return 0;
        foreach (var home in outgrown)
        {
            var need = needs.GetValueOrDefault(home.Household) ?? db.Add(new HousingNeed { HouseholdId = home.Household }).Entity;
            (need.IsWaiting, need.WaitingSince, need.OutgrownPeople) = (true, audit.Day, home.People);
            need.Version++;
        }

        await FreeToBeNamedAsync(db, outgrown.ConvertAll(h => h.Household), cancel);
        return await db.SaveAsync(audit, [.. outgrown.Select(h => new AuditSubject(HouseholdId: h.Household, Entity: "housing-need", EntityId: h.Household))], cancel) == SaveOutcome.Saved ? outgrown.Count : 0;
    }

    /// <summary>Who is named for a home awaits that one; of several homes the largest counts.</summary>
    private static async Task<IEnumerable<Housed>> HousedAsync(VejviserDb db, CancellationToken cancel)
    {
        var homes = await db.Leases.AsNoTracking().Where(l => l.HeldDwellingId != null && l.Tenant == TenantKind.Household && !db.Nominations.Any(n => n.HouseholdId == l.HouseholdId && n.State == NominationState.Made))
            .Join(db.Dwellings, l => l.DwellingId, d => d.Id, (l, d) => new { HouseholdId = l.HouseholdId!.Value, d.Rooms }).ToListAsync(cancel);
        var people = await db.People.Where(p => p.MergedIntoId == null && db.Leases.Any(l => l.HouseholdId == p.HouseholdId && l.HeldDwellingId != null)).GroupBy(p => p.HouseholdId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return homes.GroupBy(h => h.HouseholdId).Select(g => new Housed(g.Key, g.Max(h => h.Rooms), people.GetValueOrDefault(g.Key)));
    }

    /// <summary>Waits already, has been listed for as many before, or staff have written that the rooms are enough.</summary>
    private static bool IsSettled(HousingNeed? need, Housed home) => need is not null && (need.IsWaiting || need.OutgrownPeople >= home.People || need.Rooms <= home.Rooms);

    private static async Task FreeToBeNamedAsync(VejviserDb db, List<Guid> households, CancellationToken cancel)
    {
        foreach (var nomination in await db.Nominations.Where(n => n.StandingHouseholdId != null && households.Contains(n.HouseholdId)).ToListAsync(cancel))
        {
            nomination.StandingHouseholdId = null;
            nomination.Version++;
        }
    }
}
