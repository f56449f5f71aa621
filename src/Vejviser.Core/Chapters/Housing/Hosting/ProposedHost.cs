using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>
/// A host put forward to a household, as the household sees it: what decides whether they would live there, and no more. Who the host is they are told when both have agreed to meet; where the home is, by the meeting.
/// </summary>
/// <param name="PlanId">The household's plan in the practice.</param>
/// <param name="Speaks">BCP 47 codes of what is spoken in the home.</param>
/// <param name="HasSaidYes">To the question that stands: will they meet, or will they live together.</param>
/// <param name="Name">Null until both have agreed to meet.</param>
/// <param name="Meeting">Null until it is booked.</param>
public sealed record ProposedHost(
    Guid MatchId, Guid PlanId, MatchStep Step, string Area, int PeopleMost, bool AcceptsSmoking, bool HasPets, Togetherness Together, IReadOnlyList<string> Speaks, bool HasSaidYes, string? Name, HostMeeting? Meeting)
{
    /// <summary>The household is to answer now: before the meeting is booked, and when it has begun.</summary>
    public bool IsAskedAt(DateTime now) => !HasSaidYes && (Step == MatchStep.Asked || (Step == MatchStep.Meeting && Meeting is { } meeting && meeting.StartsAt <= now));

    /// <returns>Null where no host waits for the household's answer, and where they live with one already.</returns>
    public static async Task<ProposedHost?> ReadAsync(VejviserDb db, Guid household, CancellationToken cancel)
    {
        var found = await (from m in db.HostMatches.AsNoTracking()
                           where m.StandingHouseholdId == household
                           join h in db.PrivateHosts on m.HostId equals h.Id
                           join d in db.Dwellings on h.DwellingId equals (Guid?)d.Id
                           join a in db.HousingAreas on d.AreaId equals a.Id
                           select new { Match = m, Host = h, Area = a.Name }).SingleOrDefaultAsync(cancel);
        if (found is not { Match: var match, Host: var host })
            return null;
        return new ProposedHost(
            match.Id, match.PlanId, match.Step, found.Area, host.PeopleMost, host.AcceptsSmoking, host.HasPets, host.Together, host.Languages, (match.Step == MatchStep.Asked ? match.HouseholdMeets : match.HouseholdAnswer) == true,
            match.HostMayKnowWho ? host.Name : null, await HostOwnView.MeetingAsync(db, match.MeetingId, cancel));
    }
}
