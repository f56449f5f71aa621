using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Interpreters;

/// <summary>Bookings and the whole register, as the assignment asks for them.</summary>
internal sealed record ReadWanted(IReadOnlyList<WantedInterpreter> Wanted, IReadOnlyList<AvailableInterpreter> Interpreters)
{
    /// <summary>Bookings of planned meetings in a period that nobody is assigned to for the time they have now.</summary>
    public static Task<IReadOnlyList<(InterpreterBooking Booking, Meeting Meeting)>> OpenAsync(VejviserDb db, DateOnly from, DateOnly to, CancellationToken cancel) => ListAsync(
        In(db, from, to).Where(r => r.Meeting.State == MeetingState.Planned && (r.Booking.InterpreterId == null || r.Booking.AssignedStart != r.Meeting.StartsAt || r.Booking.AssignedEnd != r.Meeting.EndsAt)), cancel);

    /// <summary>Bookings in a period that somebody is assigned to, of meetings that were not cancelled.</summary>
    public static Task<IReadOnlyList<(InterpreterBooking Booking, Meeting Meeting)>> AssignedAsync(VejviserDb db, DateOnly from, DateOnly to, CancellationToken cancel) =>
        ListAsync(In(db, from, to).Where(r => r.Meeting.State != MeetingState.Cancelled && r.Booking.InterpreterId != null), cancel);

    /// <summary>The day of a booking's meeting: what is proposed for it hangs together with no other day.</summary>
    public static Task<DateOnly?> DayOfAsync(VejviserDb db, Guid booking, CancellationToken cancel) =>
        db.InterpreterBookings.Where(b => b.Id == booking).Join(db.Meetings, b => b.MeetingId, m => m.Id, (_, m) => (DateOnly?)m.Day).SingleOrDefaultAsync(cancel);

    public static async Task<ReadWanted> LoadAsync(VejviserDb db, InterpretingRules rules, LawBook law, IReadOnlyList<(InterpreterBooking Booking, Meeting Meeting)> bookings, CancellationToken cancel)
    {
        var meetings = bookings.Select(b => b.Meeting.Id).ToList();
        var guests = (await db.MeetingParticipants.AsNoTracking().Where(p => meetings.Contains(p.MeetingId)).Select(p => new { p.MeetingId, p.PersonId }).ToListAsync(cancel)).ToLookup(p => p.MeetingId);
        var people = guests.SelectMany(g => g).Select(g => g.PersonId).OfType<Guid>().Distinct().ToList();
        var avoided = (await db.InterpretersAvoided.AsNoTracking().Where(a => people.Contains(a.PersonId)).ToListAsync(cancel)).ToLookup(a => a.PersonId, a => a.InterpreterId);
        var wanted = bookings.Select(b => new WantedInterpreter(
            b.Booking.Id, b.Meeting.StartsAt, b.Meeting.EndsAt, b.Booking.Language, b.Booking.Dialect, b.Booking.WantedSex, b.Booking.WantedMode,
            guests[b.Meeting.Id].Count() <= rules.MostInView, rules.LeastAge(law, b.Meeting.Day, b.Booking.Field),
            guests[b.Meeting.Id].Select(g => g.PersonId).OfType<Guid>().SelectMany(p => avoided[p]).ToHashSet())).ToList();
        return new ReadWanted(wanted, await InterpretersAsync(db, wanted, meetings, cancel));
    }

    private static async Task<IReadOnlyList<AvailableInterpreter>> InterpretersAsync(VejviserDb db, List<WantedInterpreter> wanted, List<Guid> own, CancellationToken cancel)
    {
        var register = await db.Interpreters.AsNoTracking().Include(i => i.Languages).Include(i => i.Hours).AsSplitQuery().OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(cancel);
        if (wanted.Count == 0)
            return [.. register.Select(i => new AvailableInterpreter(i, []))];
        var ids = register.ConvertAll(i => i.Id);
        var (first, last) = (Quarters.Of(wanted.Min(w => w.StartsAt)), Quarters.Of(wanted.Max(w => w.EndsAt)));
        var taken = (await db.MeetingSlots.AsNoTracking().Where(s => ids.Contains(s.SubjectId) && s.Quarter >= first && s.Quarter <= last && !own.Contains(s.MeetingId))
            .Select(s => new { s.SubjectId, s.Quarter }).ToListAsync(cancel)).ToLookup(s => s.SubjectId, s => (Quarters.StartOf(s.Quarter), Quarters.StartOf(s.Quarter + 1)));
        return [.. register.Select(i => new AvailableInterpreter(i, [.. taken[i.Id]]))];
    }

    private static IQueryable<Row> In(VejviserDb db, DateOnly from, DateOnly to) =>
        from b in db.InterpreterBookings.AsNoTracking()
        join m in db.Meetings.AsNoTracking() on b.MeetingId equals m.Id
        where m.Day >= @from && m.Day <= to
        select new Row { Booking = b, Meeting = m };

    private static async Task<IReadOnlyList<(InterpreterBooking Booking, Meeting Meeting)>> ListAsync(IQueryable<Row> rows, CancellationToken cancel) =>
        [.. (await rows.OrderBy(r => r.Meeting.StartsAt).ThenBy(r => r.Booking.Id).ToListAsync(cancel)).Select(r => (r.Booking, r.Meeting))];

    private sealed class Row
    {
        public required InterpreterBooking Booking { get; init; }

        public required Meeting Meeting { get; init; }
    }
}
