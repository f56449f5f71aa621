using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// Registers a medical practice and corrects it. A new one is counted as far as the one with fewest turns, and other provider numbers take their turns with them: nobody has to catch up. Failures:
/// <c>doctors.forbidden</c>, <c>doctors.name-missing</c>, <c>doctors.too-long</c>, <c>doctors.place-unreadable</c>, <c>doctors.figures</c>, <c>doctors.name-taken</c>, <c>doctors.unknown-practice</c>,
/// <c>doctors.changed-meanwhile</c>.
/// </summary>
public static class ChangeMedicalPractice
{
    public const int MostCharacters = 200;
    public const int MostNumbers = 50;
    public const int MostPatients = 10_000;

    /// <param name="Id">Null registers one.</param>
    /// <param name="Place">As a map gives it.</param>
    /// <param name="Version">The practice's when it was looked at.</param>
    public sealed record Input(Guid? Id, string? Name, string? Address, string? Phone, string? Place, int Numbers, int? Capacity, int? Version = null);

    public static async Task<Result<Guid>> RunAsync(VejviserDb db, Input input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        var name = input.Name?.Trim() ?? "";
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        if (name.Length == 0)
            return Failure.Of("doctors.name-missing");
        if (name.Length > MostCharacters || input.Address?.Length > MostCharacters || input.Phone?.Length > MostCharacters)
            return Failure.Of("doctors.too-long", ("most", MostCharacters));
        if (MapPoint.Parse(input.Place) is not { } place)
            return Failure.Of("doctors.place-unreadable");
        if (input.Numbers is < 1 or > MostNumbers || input.Capacity is < 0 or > MostPatients)
            return Failure.Of("doctors.figures", ("numbers", MostNumbers));
        if (await db.MedicalPractices.AnyAsync(p => p.Name == name && p.Id != input.Id, cancel))
            return Failure.Of("doctors.name-taken");
        var isNew = input.Id is null;
        var practice = input.Id is { } id ? await db.MedicalPractices.SingleOrDefaultAsync(p => p.Id == id, cancel) : db.Add(new MedicalPractice { Name = name, Numbers = input.Numbers, StandingSince = audit.Day }).Entity;
        if (practice is null)
            return Failure.Of("doctors.unknown-practice");
        if (input.Version is { } seen && seen != practice.Version)
            return Failure.Of("doctors.changed-meanwhile");
        if (isNew)
            db.DoctorEvents.Add(new DoctorEvent { Kind = DoctorEventKind.Opened, PracticeId = practice.Id, On = audit.Day, At = audit.At });
        await TurnCounting.CountAsync(db, practice, input.Numbers, input.Capacity, isNew, audit, cancel);
        (practice.Name, practice.Address, practice.Phone, practice.Latitude, practice.Longitude) = (name, input.Address.OrNull(), input.Phone.OrNull(), place.Latitude, place.Longitude);
        (practice.Numbers, practice.Capacity) = (input.Numbers, input.Capacity);
        if (!db.ChangeTracker.HasChanges())
            return practice.Id;
        practice.Version++;
        return await db.SaveAsync(audit, new AuditSubject(Entity: "medical-practice", EntityId: practice.Id), cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : practice.Id;
    }
}
