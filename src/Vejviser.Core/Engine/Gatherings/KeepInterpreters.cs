using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>
/// Wants an interpreter for each of a practice's own meetings that somebody without Danish is asked to, and gives it the one the register proposes. Nobody in
/// the register, or nobody free: the wish stands on the coordinator's page. A group smaller than the practice's least is interpreted by phone.
/// </summary>
public sealed class KeepInterpreters(VejviserDb db, EffectivePractices practices, LawBook law, AssignInterpreter assign)
{
    private const string GroupLeast = "group-size-least";

    public async Task RunAsync(string practice, AuditContext audit, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await EffectivePractices.NewestAsync(db, practice, cancel) is not { } newest)
            return;
        var definition = await practices.OfAsync(db, newest, cancel);
        var withInterpreter = definition.Meetings.Where(m => m is { BooksItself: true, Interpreter: not MeetingInterpreter.None }).Select(m => m.Id).ToList();
        var meetings = await db.Meetings.AsNoTracking().Where(m => m.Practice == practice && m.KeptKey != null && m.State == MeetingState.Planned && m.StartsAt > audit.At && withInterpreter.Contains(m.PracticeMeeting!))
            .OrderBy(m => m.StartsAt).ThenBy(m => m.Id).ToListAsync(cancel);
        if (meetings.Count == 0)
            return;
        await WantAsync(definition, meetings, audit, cancel);
        await AssignAsync(meetings, audit, cancel);
    }

    private async Task WantAsync(PracticeDefinition definition, List<Meeting> meetings, AuditContext audit, CancellationToken cancel)
    {
        var ids = meetings.ConvertAll(m => m.Id);
        var wanted = await db.InterpreterBookings.Where(b => ids.Contains(b.MeetingId)).ToDictionaryAsync(b => b.MeetingId, cancel);
        var people = (await (from g in db.MeetingParticipants.AsNoTracking()
                             join p in db.People on g.PersonId equals p.Id
                             where ids.Contains(g.MeetingId)
                             orderby p.Role, p.Id
                             select new { g.MeetingId, p.NeedsInterpreter, p.Language }).ToListAsync(cancel)).ToLookup(p => p.MeetingId);
        var least = definition.Limits.FirstOrDefault(l => l.Id == GroupLeast)?.Value.Value ?? 0;
        var subjects = new List<AuditSubject>();
        foreach (var meeting in meetings)
        {
            var isSmall = meeting.GroupLanguage is not null && people[meeting.Id].Count() < least;
            if (wanted.GetValueOrDefault(meeting.Id) is { } there)
            {
                if (await GrowAsync(meeting, there, isSmall, cancel))
                    subjects.Add(Subject(meeting, there));
                continue;
            }

            if (people[meeting.Id].FirstOrDefault(p => p is { NeedsInterpreter: true, Language: not null }) is not { } first)
                continue;
            var booking = new InterpreterBooking
            {
                MeetingId = meeting.Id, Language = meeting.GroupLanguage ?? first.Language!, WantedMode = isSmall ? InterpretingMode.Phone : null, Field = InterpretingField.Authority, RequestedBy = audit.Actor ?? Guid.Empty,
            };
            db.InterpreterBookings.Add(booking);
            subjects.Add(Subject(meeting, booking));
        }

        try
        {
            await db.SaveAsync(audit, subjects, cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("interpreter_booking"))
        {
            // Another node wanted it first.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>A group that was small when its interpreter was wanted, and no longer is: not by phone, and whoever was to call can come instead.</summary>
    private async Task<bool> GrowAsync(Meeting meeting, InterpreterBooking booking, bool isSmall, CancellationToken cancel)
    {
        if (isSmall || meeting.GroupLanguage is null || booking.WantedMode != InterpretingMode.Phone)
            return false;
        booking.WantedMode = null;
        if (booking.InterpreterId is { } was)
            db.MeetingSlots.RemoveRange(await db.MeetingSlots.Where(s => s.MeetingId == meeting.Id && s.SubjectId == was).ToListAsync(cancel));
        booking.LetGo();
        booking.Version++;
        return true;
    }

    private static AuditSubject Subject(Meeting meeting, InterpreterBooking booking) =>
        new(meeting.PersonId, meeting.HouseholdId, "interpreter-booking", booking.Id, AuditDetails.Of(("meeting", meeting.Id), ("language", booking.Language)));

    private async Task AssignAsync(List<Meeting> meetings, AuditContext audit, CancellationToken cancel)
    {
        var own = meetings.Select(m => m.Id).ToHashSet();
        var proposed = await ProposeInterpreters.RunAsync(db, practices, law, meetings[0].Day, meetings[^1].Day, cancel);
        foreach (var (booking, _, proposal) in proposed.Lines.Where(p => own.Contains(p.Meeting.Id)))
        {
            db.ChangeTracker.Clear();
            // Who was taken in between is refused by the key; the wish then stands.
            if (proposal.Chosen is { } chosen)
                await assign.RunAsync(new AssignInterpreterInput(booking.Id, chosen.Interpreter.Id, proposal.RunnerUp?.Interpreter.Id), Reader.System, audit, cancel);
        }
    }
}
