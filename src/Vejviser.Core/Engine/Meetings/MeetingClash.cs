using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>
/// Says who or what is taken, after the database has refused a double booking. What the other meeting is about is not told: who books may have
/// nothing to do with it.
/// </summary>
internal static class MeetingClash
{
    public static async Task<Failure> DescribeAsync(VejviserDb db, LawBook law, Reader who, IReadOnlyList<Meeting> wanted, IReadOnlyCollection<MeetingSlot> slots, CancellationToken cancel)
    {
        var (ids, subjects, quarters) = (wanted.Select(m => m.Id).ToList(), slots.Select(s => s.SubjectId).Distinct().ToList(), slots.Select(s => s.Quarter).Distinct().ToList());
        var taken = await db.MeetingSlots.AsNoTracking().Where(s => subjects.Contains(s.SubjectId) && quarters.Contains(s.Quarter) && !ids.Contains(s.MeetingId))
            .OrderBy(s => s.Quarter).ThenBy(s => s.SubjectId).FirstOrDefaultAsync(cancel);
        // Who stood in the way has gone again: the same form sent once more goes through.
        if (taken is null)
            return Failure.Of("meetings.changed-meanwhile");
        var name = await NameAsync(db, who, taken.SubjectId, cancel);
        var at = wanted.First(m => Quarters.Between(m.StartsAt, m.EndsAt).Contains(taken.Quarter));
        var calendar = law.CalendarWith(await db.ClosingDays.Select(d => d.Date).ToHashSetAsync(cancel));
        var free = await FreeTimes.AfterAsync(db, subjects, at.StartsAt, at.EndsAt - at.StartsAt, calendar, at.Id, cancel);
        return free.Count == 0
            ? Failure.Of("meetings.taken-and-full", ("who", name), ("at", at.StartsAt))
            : Failure.Of("meetings.taken", ("who", name), ("at", at.StartsAt), ("free", string.Join(", ", free.Select(f => Texts.Show(who.Language, f)))));
    }

    private static async Task<string> NameAsync(VejviserDb db, Reader who, Guid subject, CancellationToken cancel)
    {
        if (await db.Rooms.Where(r => r.Id == subject).Select(r => r.Name).SingleOrDefaultAsync(cancel) is { } room)
            return room;
        if (await db.Users.Where(a => a.Id == subject).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel) is { } employee)
            return employee;
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == subject, cancel);
        return who.MaySeeAddress(person) ? $"{person.GivenName} {person.FamilyName}".Trim() : person.CaseRef ?? "–";
    }
}
