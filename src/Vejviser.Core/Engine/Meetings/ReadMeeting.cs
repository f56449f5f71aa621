using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Meetings;

public enum GuestKind
{
    Employee = 1,
    Person,
    Partner,
    Unit,
}

/// <summary>Somebody asked, as the meeting's page shows.</summary>
/// <param name="SubjectId">The account, person or partner.</param>
/// <param name="Name">Null where it is a newcomer whom the reader may not see.</param>
/// <param name="IsProtected">The newcomer's name and address are protected.</param>
public sealed record GuestLine(
    Guid Id, GuestKind Kind, Guid SubjectId, string? Name, string? Reference, bool IsProtected, string? Language, bool NeedsInterpreter, Invited Answer, Attendance Attendance)
{
    /// <summary>The practice's role they are asked as.</summary>
    public string? Role { get; init; }
}

/// <param name="Owner">The employee or the unit.</param>
public sealed record DecisionLine(Guid Id, string Text, Guid TaskId, string? Owner, DateOnly? Due, TaskState State);

/// <summary>A meeting with all that hangs on it.</summary>
/// <param name="HouseholdName">Null where it is about none, or none the reader may see.</param>
public sealed record MeetingView(
    Meeting Meeting, string? Room, string? Organiser, string? HouseholdName, string? Reference, bool IsProtected,
    IReadOnlyList<GuestLine> Guests, IReadOnlyList<AgendaPoint> Agenda, IReadOnlyList<DecisionLine> Decisions);

/// <summary>Reads a meeting the reader may see; the names of newcomers out of sight are left out.</summary>
public static class ReadMeeting
{
    /// <returns>Null where there is none, or none the reader may see.</returns>
    public static async Task<MeetingView?> RunAsync(VejviserDb db, Reader who, Guid id, DateTime now, CancellationToken cancel)
    {
        if (await db.Meetings.AsNoTracking().VisibleTo(db, who, now).SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } meeting)
            return null;
        var home = await db.Households.AsNoTracking().VisibleTo(db, who, now).Where(h => h.Id == meeting.HouseholdId).Select(h => new { h.Name, h.Reference }).SingleOrDefaultAsync(cancel);
        var isProtected = await db.People.AnyAsync(p => p.HouseholdId == meeting.HouseholdId && p.HasProtectedAddress, cancel);
        var room = await db.Rooms.Where(r => r.Id == meeting.RoomId).Select(r => r.Name).SingleOrDefaultAsync(cancel);
        var organiser = await db.Users.Where(a => a.Id == meeting.OrganiserId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancel);
        var agenda = await db.AgendaPoints.AsNoTracking().Where(p => p.MeetingId == id).OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(cancel);
        var decisions = home is null ? [] : await DecisionsAsync(db, id, cancel);
        return new MeetingView(meeting, room, organiser, home?.Name, home?.Reference, isProtected, await GuestsAsync(db, who, id, now, cancel), agenda, decisions);
    }

    private static async Task<IReadOnlyList<GuestLine>> GuestsAsync(VejviserDb db, Reader who, Guid id, DateTime now, CancellationToken cancel)
    {
        var participants = await db.MeetingParticipants.AsNoTracking().Where(p => p.MeetingId == id).ToListAsync(cancel);
        var (accounts, people, partners) = (Ids(participants, p => p.AccountId), Ids(participants, p => p.PersonId), Ids(participants, p => p.PartnerId));
        var staff = await db.Users.AsNoTracking().Where(a => accounts.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancel);
        var newcomers = await db.People.AsNoTracking().VisibleTo(db, who, now).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        var others = await db.PartnerOrganisations.AsNoTracking().Where(p => partners.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var asked = Ids(participants, p => p.UnitId);
        var unitNames = await db.Units.AsNoTracking().Where(u => asked.Contains(u.Id)).Select(u => new { u.Id, u.Name }).ToDictionaryAsync(u => u.Id, u => u.Name, cancel);
        return [.. participants.Select(Line).OrderByDescending(g => g.Kind == GuestKind.Person).ThenBy(g => g.Kind).ThenBy(g => g.Name, StringComparer.CurrentCulture)];

        GuestLine Line(MeetingParticipant p)
        {
            if (p.UnitId is { } unit)
                return new GuestLine(p.Id, GuestKind.Unit, unit, unitNames.GetValueOrDefault(unit), null, IsProtected: false, null, NeedsInterpreter: false, p.Answer, p.Attendance) { Role = p.Role };
            if (p.AccountId is { } account)
                return new GuestLine(p.Id, GuestKind.Employee, account, staff.GetValueOrDefault(account), null, IsProtected: false, null, NeedsInterpreter: false, p.Answer, p.Attendance) { Role = p.Role };
            if (p.PartnerId is { } partner)
                return new GuestLine(p.Id, GuestKind.Partner, partner, others.GetValueOrDefault(partner), null, IsProtected: false, null, NeedsInterpreter: false, p.Answer, p.Attendance) { Role = p.Role };
            var person = newcomers.GetValueOrDefault(p.PersonId!.Value);
            return new GuestLine(
                p.Id, GuestKind.Person, p.PersonId.Value, person is null ? null : $"{person.GivenName} {person.FamilyName}".Trim(), person?.CaseRef, person?.HasProtectedAddress == true,
                person?.Language, person?.NeedsInterpreter == true, p.Answer, p.Attendance);
        }
    }

    private static List<Guid> Ids(IEnumerable<MeetingParticipant> participants, Func<MeetingParticipant, Guid?> of) => [.. participants.Select(of).OfType<Guid>()];

    private static async Task<IReadOnlyList<DecisionLine>> DecisionsAsync(VejviserDb db, Guid id, CancellationToken cancel) => await (
        from d in db.MeetingDecisions.AsNoTracking()
        where d.MeetingId == id
        join t in db.PlanTasks on d.TaskId equals t.Id
        orderby d.At, d.Id
        select new DecisionLine(
            d.Id, d.Text, t.Id,
            db.Users.Where(a => a.Id == t.OwnerAccountId).Select(a => a.DisplayName).FirstOrDefault() ?? db.Units.Where(u => u.Id == t.OwnerUnitId).Select(u => u.Name).FirstOrDefault(),
            t.Due, t.State)).ToListAsync(cancel);
}
