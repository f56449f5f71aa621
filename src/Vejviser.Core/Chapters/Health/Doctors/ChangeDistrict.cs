using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>Registers a district and corrects it. Failures: <c>doctors.forbidden</c>, <c>doctors.name-missing</c>, <c>doctors.too-long</c>, <c>doctors.place-unreadable</c>, <c>doctors.name-taken</c>, <c>doctors.unknown-district</c>.</summary>
public static class ChangeDistrict
{
    public const int MostCharacters = 100;

    /// <param name="Id">Null registers one.</param>
    /// <param name="Place">Its middle, as a map gives it.</param>
    public sealed record Input(Guid? Id, string? Name, string? Place);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        if (name.Length == 0)
            return Failure.Of("doctors.name-missing");
        if (name.Length > MostCharacters)
            return Failure.Of("doctors.too-long", ("most", MostCharacters));
        if (MapPoint.Parse(input.Place) is not { } place)
            return Failure.Of("doctors.place-unreadable");
        if (await db.CareDistricts.AnyAsync(d => d.Name == name && d.Id != input.Id, cancel))
            return Failure.Of("doctors.name-taken");
        var district = input.Id is { } id ? await db.CareDistricts.SingleOrDefaultAsync(d => d.Id == id, cancel) : db.Add(new CareDistrict { Name = name }).Entity;
        if (district is null)
            return Failure.Of("doctors.unknown-district");
        (district.Name, district.Latitude, district.Longitude) = (name, place.Latitude, place.Longitude);
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, new AuditSubject(Entity: "care-district", EntityId: district.Id), cancel);
        return district.Id;
    }
}

/// <summary>Says where households live, so that the way to a doctor can be reckoned. Failures: <c>doctors.forbidden</c>, <c>doctors.unknown-district</c>, <c>doctors.unknown-household</c>, <c>doctors.changed-meanwhile</c>.</summary>
public static class PlaceHouseholds
{
    /// <returns>How many live elsewhere than was known.</returns>
    public static async Task<Result<int>> RunAsync(VejviserDb db, IReadOnlyDictionary<Guid, Guid> districts, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        var known = await db.CareDistricts.Select(d => d.Id).ToHashSetAsync(cancel);
        if (districts.Values.Any(d => !known.Contains(d)))
            return Failure.Of("doctors.unknown-district");
        var waiting = await ReadDoctors.Waiting(db).Where(p => districts.Keys.Contains(p.HouseholdId)).Select(p => p.HouseholdId).Distinct().ToListAsync(cancel);
        if (waiting.Count != districts.Count)
            return Failure.Of("doctors.unknown-household");
        var there = await db.HouseholdDistricts.Where(h => districts.Keys.Contains(h.HouseholdId)).ToDictionaryAsync(h => h.HouseholdId, cancel);
        var changed = new List<AuditSubject>();
        foreach (var (household, district) in districts.Where(d => there.GetValueOrDefault(d.Key)?.DistrictId != d.Value))
        {
            (there.GetValueOrDefault(household) ?? db.Add(new HouseholdDistrict { HouseholdId = household }).Entity).DistrictId = district;
            changed.Add(new AuditSubject(HouseholdId: household, Entity: "care-district", EntityId: district));
        }

        try
        {
            return await db.SaveAsync(audit, changed, cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : changed.Count;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("household_district"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("doctors.changed-meanwhile");
        }
    }
}
