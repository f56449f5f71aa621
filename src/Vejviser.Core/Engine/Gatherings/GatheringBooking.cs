using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>Books, moves and calls off in the context; the caller saves all of it at once, with <see cref="Subjects"/>.</summary>
internal sealed class GatheringBooking(VejviserDb db, MeetingStaff staff, TakenTimes times, IReadOnlyList<Room> rooms, AuditContext audit)
{
    private const int UsualMinutes = 60;

    public List<AuditSubject> Subjects { get; } = [];

    /// <returns>False where the week has no room for it.</returns>
    public bool Book(WantedMeeting wanted)
    {
        var meeting = new Meeting
        {
            Title = wanted.Definition.TextsIn(Texts.Languages[0]).Meetings[wanted.Meeting.Id].Title, Kind = wanted.Meeting.Kind, Where = wanted.Meeting.Room, ProposedOn = wanted.Proposed,
            HouseholdId = wanted.Plan?.HouseholdId, PersonId = wanted.Plan?.PersonId, PlanId = wanted.Plan?.Id, PracticeMeeting = wanted.Meeting.Id, Practice = wanted.Definition.Id, KeptKey = wanted.Key,
            GroupLanguage = wanted.Language, OrganiserId = audit.Actor ?? Guid.Empty, CreatedAt = audit.At,
        };
        List<MeetingParticipant> guests = [.. staff.For(wanted, meeting.Id), .. MeetingStaff.Newcomers(wanted, meeting.Id)];
        if (!Place(meeting, wanted, guests))
            return false;
        db.Meetings.Add(meeting);
        db.MeetingParticipants.AddRange(guests);
        AddSlots(meeting.Slots(guests));
        Tell(meeting, "booked", guests);
        return true;
    }

    /// <summary>Gives a planned meeting the wanted day, where that has changed, and the people it is for now.</summary>
    /// <returns>True where something changed.</returns>
    public async Task<bool> FollowAsync(Meeting meeting, WantedMeeting wanted, IEnumerable<MeetingParticipant> asked, CancellationToken cancel)
    {
        var guests = asked.ToList();
        // A group keeps its day while its week is the same: people have been told.
        var isMoved = wanted.Language is null ? meeting.ProposedOn != wanted.Proposed : meeting.Day.Monday() != wanted.Day.Monday();
        var people = wanted.People.Select(p => p.Id).ToHashSet();
        var gone = wanted.Language is null ? [] : guests.Where(g => g.PersonId is { } person && !people.Contains(person)).ToList();
        var come = wanted.Language is null ? [] : MeetingStaff.Newcomers(wanted, meeting.Id).Where(n => !guests.Exists(g => g.PersonId == n.PersonId)).ToList();
        if (!isMoved && gone.Count + come.Count == 0)
            return false;
        var had = await db.MeetingSlots.Where(s => s.MeetingId == meeting.Id).ToListAsync(cancel);
        if (guests.Count == 0)
            guests = await db.MeetingParticipants.Where(p => p.MeetingId == meeting.Id).ToListAsync(cancel);
        times.Release(had);
        guests = [.. guests.Except(gone), .. come];
        var before = meeting.StartsAt;
        if (isMoved && !Place(meeting, wanted, guests))
        {
            times.Claim(had);
            return false;
        }

        meeting.ProposedOn = wanted.Proposed;
        meeting.Version++;
        if (before != meeting.StartsAt)
            guests.ForEach(g => g.Answer = Invited.NotAnswered);
        db.MeetingParticipants.RemoveRange(gone);
        db.MeetingParticipants.AddRange(come);
        var slots = meeting.Slots(guests).ToList();
        db.MeetingSlots.RemoveRange(had.Where(h => !slots.Exists(s => IsSame(s, h)) && (isMoved || gone.Exists(g => g.PersonId == h.SubjectId))));
        times.Claim(slots);
        db.MeetingSlots.AddRange(slots.Where(s => !had.Exists(h => IsSame(s, h))).OrderBy(s => s.SubjectId).ThenBy(s => s.Quarter));
        Tell(meeting, "moved", guests);
        return true;
    }

    public async Task CancelAsync(Meeting meeting, CancellationToken cancel)
    {
        (meeting.State, meeting.CancelReason, meeting.KeptKey) = (MeetingState.Cancelled, KeepMeetings.NobodyLeft, null);
        meeting.Version++;
        db.MeetingSlots.RemoveRange(await db.MeetingSlots.Where(s => s.MeetingId == meeting.Id).ToListAsync(cancel));
        Tell(meeting, "cancelled", []);
    }

    private bool Place(Meeting meeting, WantedMeeting wanted, List<MeetingParticipant> guests)
    {
        var length = TimeSpan.FromMinutes(Math.Max(1, wanted.Meeting.Minutes?.Value ?? UsualMinutes));
        var subjects = guests.Select(g => g.AccountId ?? g.PersonId).OfType<Guid>().ToList();
        if (times.Find(subjects, wanted.Day, wanted.Meeting.At, length) is not { } start)
            return false;
        (meeting.Day, meeting.StartsAt, meeting.EndsAt) = (TimeZones.DayOf(start), start, start + length);
        meeting.RoomId = meeting.Where == MeetingRoom.OnSite ? times.Room(rooms, guests.Count, start, length) : null;
        return true;
    }

    private void AddSlots(IEnumerable<MeetingSlot> wanted)
    {
        var slots = wanted.OrderBy(s => s.SubjectId).ThenBy(s => s.Quarter).ToList();
        times.Claim(slots);
        db.MeetingSlots.AddRange(slots);
    }

    private static bool IsSame(MeetingSlot one, MeetingSlot other) => (one.SubjectId, one.Quarter) == (other.SubjectId, other.Quarter);

    private void Tell(Meeting meeting, string what, IReadOnlyCollection<MeetingParticipant> guests) => Subjects.Add(MeetingChange.Subject(
        meeting, AuditDetails.Of(("kept", what), ("practice", meeting.Practice), ("meeting", meeting.PracticeMeeting), ("on", meeting.Day), ("people", guests.Select(g => g.PersonId).OfType<Guid>()), ("staff", guests.Select(g => g.AccountId ?? g.UnitId).OfType<Guid>()))));
}
