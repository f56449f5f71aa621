using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <param name="Employee">Takes part: host and household never meet alone.</param>
/// <param name="Title">In the municipality's own language; names nobody.</param>
public sealed record BookHostMeetingInput(Guid MatchId, DateOnly Day, TimeOnly At, Guid Employee, string Title, bool IsConfirmed);

/// <summary>
/// Books the meeting at which host and household get to know each other: in the host's home, with an employee and without an interpreter. It is the meeting of the practice, in the place of what the plan proposed. Failures:
/// <c>hosting.forbidden</c>, <c>hosting.unknown-match</c>, <c>hosting.not-agreed-to-meet</c>, <c>hosting.changed-meanwhile</c>, and those of <see cref="BookMeeting"/>.
/// </summary>
public sealed class BookHostMeeting(VejviserDb db, EffectivePractices practices, PlanLaw law, BookMeeting book)
{
    public async Task<Result<Guid>> RunAsync(BookHostMeetingInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingHosts))
            return Failure.Of("hosting.forbidden");
        if (await db.HostMatches.AsNoTracking().SingleOrDefaultAsync(m => m.Id == input.MatchId, cancel) is not { } match)
            return Failure.Of("hosting.unknown-match");
        if (match.Step != MatchStep.Meeting)
            return Failure.Of("hosting.not-agreed-to-meet");
        var rules = await HostingRules.LoadAsync(db, practices, cancel);
        var time = new MeetingTime(input.Day, input.At, rules.MeetingMinutes, MeetingRoom.Visit, IsConfirmed: input.IsConfirmed);
        var people = (await db.People.AsNoTracking().Where(p => p.HouseholdId == match.HouseholdId && p.MergedIntoId == null).ToListAsync(cancel)).Where(p => p.AgeOn(audit.Day) is not { } age || age >= Age.OfMajority).Select(p => p.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var booked = await book.RunAsync(
            new BookMeetingInput(input.Title, time, new MeetingGuestList([input.Employee], [.. people], []), match.HouseholdId) { PlanId = match.PlanId, PracticeMeeting = HostingRules.MatchMeeting, ProposedOn = input.Day }, who, audit, cancel);
        if (!booked.IsSuccess)
            return booked.Failure;
        var found = await db.HostMatches.SingleAsync(m => m.Id == input.MatchId, cancel);
        if (found.MeetingId == booked.Value.MeetingId)
            return found.Id;
        (found.MeetingId, found.AnswerBy) = (booked.Value.MeetingId, (await law.CalendarAsync(db, cancel)).AddWorkdays(input.Day, rules.AnswerWorkdays));
        found.Version++;
        if (await db.SaveAsync(audit with { CommandId = null }, PutForward.Subject(found), cancel) != SaveOutcome.Saved)
            return Failure.Of("hosting.changed-meanwhile");
        await transaction.CommitAsync(cancel);
        return found.Id;
    }
}
