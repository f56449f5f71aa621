namespace Vejviser.Core.Engine.Meetings;

/// <summary>Time in quarters of an hour, as calendars here are kept; a quarter that is begun is taken whole.</summary>
internal static class Quarters
{
    public const int Minutes = 15;

    // In whole ticks: a double loses the last one, and a meeting would take the quarter after it too.
    public static int Of(DateTime utc) => (int)((utc.Ticks - DateTime.UnixEpoch.Ticks) / (Minutes * TimeSpan.TicksPerMinute));

    /// <summary>So many minutes, the last quarter taken whole.</summary>
    public static int Whole(int minutes) => (minutes + Minutes - 1) / Minutes * Minutes;

    /// <summary>When a quarter begins, UTC.</summary>
    public static DateTime StartOf(int quarter) => DateTime.UnixEpoch.AddMinutes((long)quarter * Minutes);

    public static IEnumerable<int> Between(DateTime from, DateTime until) => Enumerable.Range(Of(from), Of(until.AddTicks(-1)) - Of(from) + 1);

    /// <summary>The rows that a meeting claims for its room and for those who come.</summary>
    public static IEnumerable<MeetingSlot> Slots(this Meeting meeting, IEnumerable<MeetingParticipant> participants) =>
        from subject in participants.Select(p => p.AccountId ?? p.PersonId).Append(meeting.RoomId).OfType<Guid>()
        from quarter in Between(meeting.StartsAt, meeting.EndsAt)
        select new MeetingSlot { SubjectId = subject, Quarter = quarter, MeetingId = meeting.Id };
}
