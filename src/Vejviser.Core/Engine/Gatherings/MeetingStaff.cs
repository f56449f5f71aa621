using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Gatherings;

/// <summary>
/// Who is asked to a practice's meeting, by the roles of the definition. A role is an employee where one fills it; else somebody of the unit who works with the
/// household by name; else the unit, which sends whom it can. Groups of one week meet side by side: there the unit is asked.
/// A role that has steps in the practice, and none in this plan, has nothing to do with this family and is not asked.
/// </summary>
internal sealed class MeetingStaff
{
    private readonly RoleFillers fillers;
    private readonly ILookup<Guid, Guid> unitsOf;
    private readonly Dictionary<(string Practice, string Partner), Guid> partners;

    private MeetingStaff(RoleFillers fillers, ILookup<Guid, Guid> unitsOf, Dictionary<(string, string), Guid> partners) => (this.fillers, this.unitsOf, this.partners) = (fillers, unitsOf, partners);

    public static async Task<MeetingStaff> LoadAsync(VejviserDb db, CancellationToken cancel)
    {
        var members = await db.UnitMembers.AsNoTracking().Where(m => db.Users.Any(a => a.Id == m.AccountId && !a.IsClosed)).Select(m => new { m.UnitId, m.AccountId }).ToListAsync(cancel);
        var agreements = await db.PartnerAgreements.AsNoTracking().Where(a => db.PartnerOrganisations.Any(p => p.Id == a.PartnerId && !p.IsClosed)).ToListAsync(cancel);
        return new MeetingStaff(await RoleFillers.ReadAsync(db, cancel), members.ToLookup(m => m.AccountId, m => m.UnitId), agreements.ToDictionary(a => (a.Practice, a.Partner), a => a.PartnerId));
    }

    public List<MeetingParticipant> For(WantedMeeting wanted, Guid meeting)
    {
        var roles = wanted.Meeting.With.Where(r => HasPart(wanted, r)).Select(role => (Role: role, Who: Filler(wanted, role))).Where(r => r.Who is not null)
            .GroupBy(r => r.Who!.Value, r => r.Role)
            .Select(g => new MeetingParticipant { MeetingId = meeting, AccountId = g.Key.IsUnit ? null : g.Key.Id, UnitId = g.Key.IsUnit ? g.Key.Id : null, Role = string.Join(',', g) });
        var organisations = wanted.Meeting.Partners.Where(p => partners.ContainsKey((wanted.Definition.Id, p))).GroupBy(p => partners[(wanted.Definition.Id, p)])
            .Select(g => new MeetingParticipant { MeetingId = meeting, PartnerId = g.Key, Role = string.Join(',', g) });
        return [.. roles, .. organisations];
    }

    public static IEnumerable<MeetingParticipant> Newcomers(WantedMeeting wanted, Guid meeting) =>
        wanted.People.Select(p => new MeetingParticipant { MeetingId = meeting, PersonId = p.Id, PlanId = p.PlanId });

    private static bool HasPart(WantedMeeting wanted, string role) =>
        wanted.Plan is not { } plan || plan.OwnerRoles.Contains(role) || !plan.Definition.Steps.Any(s => s.Owner == role);

    private (Guid Id, bool IsUnit)? Filler(WantedMeeting wanted, string role)
    {
        if (fillers.Find(wanted.Definition.Id, role) is not { } filler)
            return null;
        if (filler.UnitId is { } several && wanted.Language is not null)
            return (several, true);
        if (filler.AccountId is { } account)
            return (account, false);
        var unit = filler.UnitId!.Value;
        return wanted.Plan?.Staff.Where(a => unitsOf[a].Contains(unit)).Select(a => ((Guid, bool)?)(a, false)).FirstOrDefault() ?? (unit, true);
    }
}
