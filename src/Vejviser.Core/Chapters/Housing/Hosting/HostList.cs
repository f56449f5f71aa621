using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>How a host stands, as the list shows it: worked out, in the order of the road.</summary>
public enum HostStanding
{
    Enquired = 1,
    VisitBooked,

    /// <summary>On the waiting list.</summary>
    Waiting,

    /// <summary>Put forward to a household.</summary>
    InMatch,

    /// <summary>Somebody lives there.</summary>
    Hosting,
    Unfit,
    Withdrawn,
}

/// <summary>A line of the list of hosts.</summary>
public sealed record HostListLine(PrivateHost Host, string? Area, DateOnly? VisitOn, bool IsInMatch, bool IsHosting)
{
    public HostStanding Standing => Host.State switch
    {
        HostState.Withdrawn => HostStanding.Withdrawn,
        HostState.Unfit => HostStanding.Unfit,
        HostState.Fit when IsHosting => HostStanding.Hosting,
        HostState.Fit when IsInMatch => HostStanding.InMatch,
        HostState.Fit => HostStanding.Waiting,
        _ when VisitOn is not null => HostStanding.VisitBooked,
        _ => HostStanding.Enquired,
    };
}

/// <summary>How many of those in temporary housing live with a host.</summary>
public sealed record PrivateShare(int WithHosts, int Temporary)
{
    /// <summary>Per mille; null where nobody is housed for a time.</summary>
    public int? Permille => Temporary == 0 ? null : (int)Math.Round(1000.0 * WithHosts / Temporary);

    /// <summary>Households whose home is let to them for a time: with a host, or in the municipality's own temporary homes.</summary>
    public static async Task<PrivateShare> ReadAsync(VejviserDb db, CancellationToken cancel)
    {
        var kinds = await db.Leases.Where(l => l.HeldDwellingId != null && l.Tenant == TenantKind.Household).Join(db.Dwellings, l => l.DwellingId, d => d.Id, (_, d) => d.Kind)
            .Where(k => k == DwellingKind.Temporary || k == DwellingKind.PrivateRoom).GroupBy(k => k).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new PrivateShare(kinds.Where(k => k.Key == DwellingKind.PrivateRoom).Sum(k => k.Count), kinds.Sum(k => k.Count));
    }
}

/// <summary>Reads the hosts: enquiries that must be answered first on top.</summary>
public static class HostList
{
    private const int Most = 500;

    public static async Task<IReadOnlyList<HostListLine>> ReadAsync(VejviserDb db, CancellationToken cancel) => await Lines(db, db.PrivateHosts.AsNoTracking()).Take(Most).ToListAsync(cancel);

    public static Task<HostListLine?> FindAsync(VejviserDb db, Guid id, CancellationToken cancel) => Lines(db, db.PrivateHosts.AsNoTracking().Where(h => h.Id == id)).SingleOrDefaultAsync(cancel);

    private static IQueryable<HostListLine> Lines(VejviserDb db, IQueryable<PrivateHost> hosts) =>
        from h in hosts
        orderby h.State, h.AnsweredOn != null, h.AnswerBy, h.WaitingSince, h.Id
        select new HostListLine(
            h, db.Dwellings.Where(d => h.DwellingId != null && d.Id == h.DwellingId).Join(db.HousingAreas, d => d.AreaId, a => a.Id, (_, a) => a.Name).FirstOrDefault(),
            db.Meetings.Where(m => h.VisitMeetingId != null && m.Id == h.VisitMeetingId && m.State != MeetingState.Cancelled).Select(m => (DateOnly?)m.Day).FirstOrDefault(),
            db.HostMatches.Any(m => m.StandingHostId == h.Id), h.DwellingId != null && db.Leases.Any(l => l.HeldDwellingId == h.DwellingId));
}
