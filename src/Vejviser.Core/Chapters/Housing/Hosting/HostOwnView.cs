using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>A meeting as the host sees it: when, and who comes from the municipality.</summary>
public sealed record HostMeeting(DateTime StartsAt, DateTime EndsAt, string Employee, string? Phone, bool IsHeld);

/// <summary>
/// What a host sees: the own offer, the own meetings, and of a household no more than concerns them. Before both have agreed to meet: how many, which languages, from when. From then on given names of the grown-ups, while somebody of
/// them consents that a host is told and nobody's name is protected. Never a family name, a number, an address or anything of the case.
/// </summary>
/// <param name="Guest">Null where nobody is put forward or lives there.</param>
/// <param name="Names">Empty where the host may not know them.</param>
public sealed record HostOwnView(PrivateHost Host, HostMatch? Match, GuestFacts? Guest, IReadOnlyList<string> Names, HostMeeting? Visit, HostMeeting? Meeting, HostLease? Lease, Lease? Stay, int Before)
{
    /// <summary>That a host is told who they are.</summary>
    public const string Consent = "information-to-landlord";

    public static async Task<HostOwnView> ReadAsync(VejviserDb db, Guid hostId, DateOnly today, CancellationToken cancel)
    {
        var host = await db.PrivateHosts.AsNoTracking().SingleAsync(h => h.Id == hostId, cancel);
        var match = await db.HostMatches.AsNoTracking().Where(m => m.HostId == hostId && m.EndedOn == null).OrderByDescending(m => m.MadeOn).FirstOrDefaultAsync(cancel);
        var guest = match is null ? null : await ReadHosting.GuestAsync(db, match.HouseholdId, match.PlanId, today, cancel);
        var lease = await db.HostLeases.AsNoTracking().Where(l => l.HostId == hostId).OrderByDescending(l => l.From).FirstOrDefaultAsync(cancel);
        return new HostOwnView(
            host, match, guest, match is { HostMayKnowWho: true } && guest is { IsProtected: false } ? await NamesAsync(db, match.HouseholdId, today, cancel) : [], await MeetingAsync(db, host.VisitMeetingId, cancel),
            await MeetingAsync(db, match?.MeetingId, cancel), lease?.RunsOn(today) == true ? lease : null, match?.LeaseId is { } stay ? await db.Leases.AsNoTracking().SingleAsync(s => s.Id == stay, cancel) : null,
            await db.HostMatches.CountAsync(m => m.HostId == hostId && m.LeaseId != null && m.EndedOn != null, cancel));
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(VejviserDb db, Guid household, DateOnly today, CancellationToken cancel)
    {
        if (!await db.Consents.AnyAsync(c => c.Purpose == Consent && c.WithdrawnOn == null && db.People.Any(p => p.Id == c.PersonId && p.HouseholdId == household), cancel))
            return [];
        var people = await db.People.AsNoTracking().Where(p => p.HouseholdId == household && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.Id).ToListAsync(cancel);
        return [.. people.Where(p => p.AgeOn(today) is not { } age || age >= Age.OfMajority).Select(p => p.GivenName)];
    }

    internal static async Task<HostMeeting?> MeetingAsync(VejviserDb db, Guid? meeting, CancellationToken cancel) => meeting is null ? null : await (
        from m in db.Meetings.AsNoTracking()
        where m.Id == meeting && m.State != MeetingState.Cancelled
        join p in db.MeetingParticipants on m.Id equals p.MeetingId
        join a in db.Users on p.AccountId equals (Guid?)a.Id
        select new HostMeeting(m.StartsAt, m.EndsAt, a.DisplayName, a.PhoneNumber, m.State == MeetingState.Held)).FirstOrDefaultAsync(cancel);
}
