using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Meetings;

/// <param name="Rule">RFC 5545 with an end (<c>FREQ=WEEKLY;COUNT=6</c>) for a series; null for one meeting.</param>
public sealed record BookMeetingInput(string? Title, MeetingTime Time, MeetingGuestList Guests, Guid? HouseholdId = null, Guid? PersonId = null, string? Rule = null)
{
    public Guid? PlanId { get; init; }

    /// <summary>The meeting's id in the plan's definition, where it is one of those.</summary>
    public string? PracticeMeeting { get; init; }

    /// <summary>The day the definition proposes for it.</summary>
    public DateOnly? ProposedOn { get; init; }

    public IReadOnlyList<string> Agenda { get; init; } = [];
}

/// <param name="MeetingId">The meeting, or the first of the series.</param>
/// <param name="LeftOut">Days of the series that were left out, being holidays or closing days.</param>
public sealed record BookedMeeting(Guid MeetingId, int Count, IReadOnlyList<DateOnly> LeftOut);

/// <summary>
/// Books one meeting or a series, all of it or nothing. Nobody and no room is booked twice: each quarter of an hour is claimed by its unique key in the
/// same transaction. A single meeting on a holiday or closing day is refused by the day's name until confirmed; a series leaves such days out.
/// Failures: <c>meetings.title-required</c>, <c>meetings.title-too-long</c>, <c>meetings.unknown-about</c>, <c>meetings.closed-day</c>, <c>meetings.no-day</c>,
/// <c>meetings.taken</c>, <c>meetings.taken-and-full</c>, <c>meetings.changed-meanwhile</c>, and those of <see cref="MeetingTime"/>, <see cref="MeetingGuestList"/> and <see cref="MeetingDays"/>.
/// </summary>
public sealed class BookMeeting(VejviserDb db, EffectivePractices practices, LawBook law)
{
    private const int MostTitle = 200;

    public async Task<Result<BookedMeeting>> RunAsync(BookMeetingInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        // The command's id is the meeting's: sent twice, it names the meeting it made.
        var id = audit.CommandId ?? Guid.CreateVersion7();
        if (await db.IsHandledAsync(audit, cancel))
            return new BookedMeeting(id, await db.Meetings.CountAsync(m => m.Id == id || m.SeriesId == id, cancel), []);
        if (await RefuseAsync(input, who, audit.At, cancel) is { } refusal)
            return refusal;
        var days = MeetingDays.Of(input.Time.Day, input.Rule);
        if (!days.IsSuccess)
            return days.Failure;
        var closed = input.Time.IsConfirmed ? new Dictionary<DateOnly, string>() : await ClosedDays.AmongAsync(db, law, [.. days.Value], who.Language, cancel);
        if (input.Rule is null && closed.TryGetValue(input.Time.Day, out var name))
            return Failure.Of("meetings.closed-day", ("date", input.Time.Day), ("name", name));
        var held = days.Value.Where(d => !closed.ContainsKey(d)).ToList();
        if (held.Count == 0)
            return Failure.Of("meetings.no-day");

        var kind = await KindAsync(input, cancel);
        var meetings = held.Select((day, index) => Make(input, day, kind, index == 0 ? id : Guid.CreateVersion7(), held.Count > 1 ? id : null, audit)).ToList();
        var slots = new List<MeetingSlot>();
        foreach (var meeting in meetings)
        {
            var participants = input.Guests.For(meeting.Id);
            slots.AddRange(meeting.Slots(participants));
            db.MeetingParticipants.AddRange(participants);
            db.AgendaPoints.AddRange(Points(input, meeting.Id, audit));
        }

        db.Meetings.AddRange(meetings);
        // In one order everywhere: two bookings of the same people wait for each other, and never in a circle.
        db.MeetingSlots.AddRange(slots.OrderBy(s => s.SubjectId).ThenBy(s => s.Quarter));
        var saved = await MeetingChange.SaveAsync(db, law, who, meetings, slots, audit, m => AuditDetails.Of(("on", m.Day), ("room", m.RoomId), ("people", input.Guests.People), ("staff", input.Guests.Accounts)), cancel);
        return saved is { } failure ? failure : new BookedMeeting(id, meetings.Count, [.. days.Value.Except(held)]);
    }

    private async Task<Failure?> RefuseAsync(BookMeetingInput input, Reader who, DateTime now, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(input.Title))
            return Failure.Of("meetings.title-required");
        if (input.Title.Trim().Length > MostTitle)
            return Failure.Of("meetings.title-too-long", ("most", MostTitle));
        return await IsAboutSomebodyElseAsync(input, who, now, cancel)
            ? Failure.Of("meetings.unknown-about")
            : await input.Guests.RefuseAsync(db, who, now, cancel) ?? await input.Time.RefuseAsync(db, input.Guests.Count, now, cancel);
    }

    /// <summary>True where the household is none the reader may see, or the person or plan is none of its.</summary>
    private async Task<bool> IsAboutSomebodyElseAsync(BookMeetingInput input, Reader who, DateTime now, CancellationToken cancel)
    {
        if (input.HouseholdId is not { } household)
            return input.PersonId is not null || input.PlanId is not null || input.PracticeMeeting is not null;
        return !await db.Households.VisibleTo(db, who, now).AnyAsync(h => h.Id == household, cancel)
            || (input.PersonId is { } person && !await db.People.AnyAsync(p => p.Id == person && p.HouseholdId == household, cancel))
            || (input.PlanId is { } plan && !await db.Plans.AnyAsync(p => p.Id == plan && p.HouseholdId == household && p.EndedAt == null, cancel))
            || (input.PracticeMeeting is not null && await OfPracticeAsync(input, cancel) is null);
    }

    private async Task<PracticeMeeting?> OfPracticeAsync(BookMeetingInput input, CancellationToken cancel)
    {
        if (input.PlanId is not { } id || await db.Plans.Where(p => p.Id == id).Select(p => (Guid?)p.PracticeVersionId).SingleOrDefaultAsync(cancel) is not { } version)
            return null;
        return (await practices.OfAsync(db, version, cancel)).Meetings.FirstOrDefault(m => m.Id == input.PracticeMeeting);
    }

    private async Task<MeetingKind> KindAsync(BookMeetingInput input, CancellationToken cancel) =>
        (await OfPracticeAsync(input, cancel))?.Kind ?? (input.Rule is null ? MeetingKind.Single : MeetingKind.Series);

    private static Meeting Make(BookMeetingInput input, DateOnly day, MeetingKind kind, Guid id, Guid? series, AuditContext audit) => new()
    {
        Id = id,
        Title = input.Title!.Trim(),
        Kind = kind,
        Day = day,
        StartsAt = input.Time.StartOn(day),
        EndsAt = input.Time.StartOn(day).AddMinutes(input.Time.Minutes),
        Where = input.Time.Where,
        RoomId = input.Time.RoomId,
        Link = input.Time.Link,
        HouseholdId = input.HouseholdId,
        PersonId = input.PersonId,
        PlanId = input.PlanId,
        PracticeMeeting = input.PracticeMeeting,
        ProposedOn = input.PracticeMeeting is null ? null : day == input.Time.Day ? input.ProposedOn ?? day : day,
        SeriesId = series,
        OrganiserId = audit.Actor ?? Guid.Empty,
        CreatedAt = audit.At,
    };

    private static IEnumerable<AgendaPoint> Points(BookMeetingInput input, Guid meeting, AuditContext audit) => input.Agenda.Where(t => !string.IsNullOrWhiteSpace(t))
        .Select((text, index) => new AgendaPoint { MeetingId = meeting, Order = index + 1, Text = text.Trim(), AddedBy = audit.Actor ?? Guid.Empty });
}
