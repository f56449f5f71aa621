using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Gatherings;

/// <param name="Unbooked">Wanted, and nobody's week has room for it.</param>
public sealed record KeptMeetings(int Booked, int Moved, int Cancelled, int Unbooked);

/// <summary>
/// Keeps what a practice holds by itself as its definition and its plans say now: books what is missing, moves what has another day, gathers groups, calls off
/// what nobody is left for. Run again it changes nothing. A time that somebody chose by hand stays until the day it was chosen for is another.
/// </summary>
public sealed class KeepMeetings(VejviserDb db, EffectivePractices practices, PlanLaw law, KeepInterpreters interpreters) : IPlanFollower
{
    /// <summary>Why the product called a meeting off, as a code that pages put into words.</summary>
    public const string NobodyLeft = "kept:nobody-left";

    private const int Attempts = 5;

    public async Task FollowAsync(IReadOnlyCollection<string> changed, AuditContext audit, CancellationToken cancel)
    {
        foreach (var practice in changed)
            await RunAsync(practice, audit, cancel);
    }

    /// <summary>All practices that hold something by themselves: as time goes on, series get new days.</summary>
    public async Task RunAllAsync(AuditContext audit, CancellationToken cancel)
    {
        foreach (var (practice, definition) in await practices.AdoptedAsync(db, cancel))
            if (definition.Meetings.Any(m => m.BooksItself))
                await RunAsync(practice, audit, cancel);
    }

    public async Task<KeptMeetings> RunAsync(string practice, AuditContext audit, CancellationToken cancel = default)
    {
        var own = audit with { Action = "meetings.keep", CommandId = null };
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            try
            {
                if (await TryAsync(practice, own, cancel) is { } kept)
                {
                    await interpreters.RunAsync(practice, own, cancel);
                    return kept;
                }
            }
            catch (DbUpdateException e) when (e.IsUniqueViolationOn("meeting") || e.IsUniqueViolationOn("meeting_slot") || e.IsUniqueViolationOn("meeting_participant"))
            {
                // Somebody booked the same people, or another node the same meeting, in between: look again.
            }

            // What is missing now is found by the next look; who enrolled somebody has nothing to wait for.
            if (attempt == Attempts)
            {
                db.ChangeTracker.Clear();
                return new KeptMeetings(0, 0, 0, 0);
            }
        }
    }

    private async Task<KeptMeetings?> TryAsync(string practice, AuditContext audit, CancellationToken cancel)
    {
        if (await GatheredMeetings.LoadAsync(db, practices, law, practice, audit.Day, cancel) is not { } found)
            return new KeptMeetings(0, 0, 0, 0);
        var booking = new GatheringBooking(
            db, await MeetingStaff.LoadAsync(db, cancel), await TakenTimes.LoadAsync(db, found.Calendar, audit.At, cancel), await db.Rooms.AsNoTracking().Where(r => !r.IsClosed).ToListAsync(cancel), audit);
        var (booked, moved, unbooked) = (0, 0, 0);
        foreach (var wanted in found.Wanted)
        {
            var meeting = found.Find(wanted);
            if (meeting is null)
            {
                if (booking.Book(wanted))
                    booked++;
                else
                    unbooked++;
            }
            else if (meeting.State == MeetingState.Planned && meeting.Day >= audit.Day && await booking.FollowAsync(meeting, wanted, found.Participants[meeting.Id], cancel))
            {
                moved++;
            }
        }

        var keys = found.Wanted.Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        var running = found.Plans.Select(p => p.Id).ToHashSet();
        var left = found.Booked.Where(m => m is { State: MeetingState.Planned, KeptKey: { } key } && m.Day >= audit.Day && !keys.Contains(key) && (m.PlanId is not { } plan || !running.Contains(plan)) && !IsOfSeries(found, m)).ToList();
        foreach (var meeting in left)
            await booking.CancelAsync(meeting, cancel);
        return await db.SaveAsync(audit, booking.Subjects, cancel) == SaveOutcome.Conflict ? null : new KeptMeetings(booked, moved, left.Count, unbooked);
    }

    /// <summary>A day of a series that is still the practice's: another version may count it from another day, and people have it in their calendars.</summary>
    private static bool IsOfSeries(GatheredMeetings found, Meeting meeting) => found.Definition.Meetings.Any(m => m.Id == meeting.PracticeMeeting && m is { BooksItself: true, Rule: not null });
}
