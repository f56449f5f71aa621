using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>A volunteer proposed to a newcomer, as the newcomer sees it: what decides whether they would meet, and the name when both have said yes.</summary>
/// <param name="Practice">Its id.</param>
/// <param name="Languages">BCP 47, beside Danish.</param>
/// <param name="Industries">As they were written, in Danish.</param>
/// <param name="Name">Null until both have said yes.</param>
public sealed record ProposedVolunteer(Guid PairId, string Practice, bool HasSaidYes, IReadOnlyList<string> Towns, IReadOnlyList<string> Languages, IReadOnlyList<string> Industries, bool HasChildren, string? Name)
{
    /// <summary>The pairs that hold and are the newcomer's own.</summary>
    /// <param name="household">Theirs, where they answer for it too; else null.</param>
    public static IQueryable<VolunteerPair> PairsOf(VejviserDb db, Guid person, Guid? household) =>
        db.VolunteerPairs.Where(p => p.HeldPlanId != null && db.Plans.Any(x => x.Id == p.PlanId && x.EndedAt == null && (x.PersonId == person || (household != null && x.PersonId == null && x.HouseholdId == household))));

    /// <summary>Asked or agreed and not begun: what has begun is no proposal any more.</summary>
    public static async Task<IReadOnlyList<ProposedVolunteer>> ReadAsync(VejviserDb db, Guid person, Guid? household, DateOnly today, CancellationToken cancel)
    {
        var pairs = await PairsOf(db, person, household).AsNoTracking().Where(p => p.StartOn == null || p.StartOn >= today).OrderBy(p => p.AskedOn).ThenBy(p => p.Id).ToListAsync(cancel);
        var ids = pairs.ConvertAll(p => p.VolunteerId);
        var volunteers = await db.Volunteers.AsNoTracking().Include(v => v.Towns).Include(v => v.Languages).Include(v => v.Industries).AsSplitQuery().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, cancel);
        var towns = pairs.Count == 0 ? [] : await db.Towns.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, cancel);
        return [.. pairs.Select(p => (Pair: p, Volunteer: volunteers[p.VolunteerId])).Select(p => new ProposedVolunteer(
            p.Pair.Id, p.Pair.Practice, p.Pair.NewcomerYesAt is not null, [.. p.Volunteer.Towns.Select(t => towns[t.TownId]).Order(StringComparer.CurrentCulture)], [.. p.Volunteer.Languages.Select(l => l.Language)],
            [.. p.Volunteer.Industries.Where(i => !i.IsNetwork).Select(i => i.Industry).Order(StringComparer.CurrentCulture)], p.Volunteer.HasChildren, p.Pair.State == PairState.Agreed ? p.Volunteer.Name : null))];
    }
}
