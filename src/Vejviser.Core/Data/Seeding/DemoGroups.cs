using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Volunteer trainers and evenings for groups of one language; by the use cases themselves.</summary>
internal sealed class DemoGroups(VejviserDb db, AuditContext audit)
{
    private static readonly (string Name, string Language)[] Trainers = [("Layla Omar", "ar"), ("Dawit Haile", "ti"), ("Oksana Bondar", "uk")];

    /// <summary>Does it where there is no trainer yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.GroupTrainers.AnyAsync(cancel))
            return;
        foreach (var (name, language) in Trainers)
            await ChangeTrainer.RunAsync(db, new ChangeTrainer.Input(null, name, "12 00 00 70", language, null, Weekdays.Monday | Weekdays.Tuesday | Weekdays.Thursday), Reader.System, audit, cancel);
        if (await db.Rooms.Where(r => !r.IsClosed && r.Seats >= 10).OrderBy(r => r.Name).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancel) is not { } room)
            return;
        foreach (var day in new[] { DayOfWeek.Tuesday, DayOfWeek.Thursday })
            await ChangeGroupTime.AddAsync(db, day, new TimeOnly(17, 0), room, Reader.System, audit, cancel);
    }
}
