using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Chapters.Housing.Allocation;

/// <param name="Fingerprint">Of the proposal that was looked at: another is not decided unseen.</param>
/// <param name="Minutes">What was said, beside who got which home.</param>
public sealed record DecideAllocationInput(Guid MeetingId, string? Fingerprint, string? Minutes);

/// <summary>
/// Decides a meeting: all nominations and leases of the proposal at once, or none. Failures: <c>housing.forbidden</c>, <c>housing.unknown-meeting</c>, <c>housing.meeting-decided</c>, <c>housing.nothing-placed</c>,
/// <c>housing.proposal-changed</c> (somebody chose otherwise, or a home or household is gone since: look again), <c>housing.home-taken-meanwhile</c>, <c>housing.too-long</c>.
/// </summary>
public sealed class DecideAllocation(VejviserDb db, EffectivePractices practices, LawBook law, AllocationSolving solving)
{
    public const int MostCharacters = 8000;
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public async Task<Result<int>> RunAsync(DecideAllocationInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HousingDecide))
            return Failure.Of("housing.forbidden");
        if (input.Minutes?.Length > MostCharacters)
            return Failure.Of("housing.too-long", ("most", MostCharacters));
        if (await db.AllocationMeetings.SingleOrDefaultAsync(m => m.Id == input.MeetingId, cancel) is not { } meeting)
            return Failure.Of("housing.unknown-meeting");
        if (await db.IsHandledAsync(audit, cancel))
            return await db.Nominations.CountAsync(n => n.MeetingId == meeting.Id, cancel);
        if (meeting.DecidedAt is not null)
            return Failure.Of("housing.meeting-decided");
        var seen = await SeeAllocation.RunAsync(db, practices, law, solving, meeting, audit.Day, cancel);
        if (seen.Proposal.Fingerprint != input.Fingerprint)
            return Failure.Of("housing.proposal-changed");
        if (seen.Proposal.Placed == 0)
            return Failure.Of("housing.nothing-placed");
        return await SaveAsync(meeting, seen, input.Minutes, audit, cancel);
    }

    private async Task<Result<int>> SaveAsync(AllocationMeeting meeting, SeenAllocation seen, string? minutes, AuditContext audit, CancellationToken cancel)
    {
        var placed = seen.Proposal.Lines.Where(l => l.Home is not null).ToList();
        var wanted = placed.ConvertAll(l => l.Home!.Id);
        var homes = await db.Dwellings.Where(d => wanted.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var subjects = new List<AuditSubject> { new(Entity: "allocation-meeting", EntityId: meeting.Id) };
        foreach (var line in seen.Proposal.Lines)
        {
            var nomination = line.Home is { } home
                ? LetHome.Add(db, homes[home.Id], home.AssociationId, line.Seeker.Id, NominationRight.Quarter, audit.Day, audit.At, meeting.Id) : null;
            db.AllocationPlacements.Add(new AllocationPlacement
            {
                MeetingId = meeting.Id, HouseholdId = line.Seeker.Id, DwellingId = line.Home?.Id, NominationId = nomination?.Id, ByHand = line.ByHand,
                Parts = JsonSerializer.Serialize(line.Parts, Format), RunnerUpId = line.RunnerUp?.Id, Price = line.Price,
            });
            if (nomination is not null)
                subjects.Add(new AuditSubject(HouseholdId: line.Seeker.Id, Entity: "nomination", EntityId: nomination.Id));
        }

        await ClaimHome.StopWaitingAsync(db, placed.ConvertAll(l => l.Seeker.Id), cancel);
        (meeting.DecidedAt, meeting.DecidedBy, meeting.PolicyNumber, meeting.Facts) = (audit.At, audit.Actor, seen.Policy.Number, seen.Facts.ToJson());
        meeting.Minutes = minutes.OrNull();
        meeting.Version++;
        try
        {
            return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("housing.meeting-decided") : placed.Count;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("lease") || e.IsUniqueViolationOn("nomination"))
        {
            // Somebody let one of these homes, or named one of these households, between the look and the save: nothing is decided.
            db.ChangeTracker.Clear();
            return Failure.Of("housing.home-taken-meanwhile");
        }
    }
}
