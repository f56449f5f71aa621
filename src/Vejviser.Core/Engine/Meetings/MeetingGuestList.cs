using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Meetings;

/// <summary>Whom a meeting asks: employees, newcomers whom the organiser may see, partner organisations.</summary>
public sealed record MeetingGuestList(IReadOnlyCollection<Guid> Accounts, IReadOnlyCollection<Guid> People, IReadOnlyCollection<Guid> Partners)
{
    public int Count => Accounts.Count + People.Count + Partners.Count;

    /// <summary>Null where all of them can be asked; else <c>meetings.nobody</c> or <c>meetings.unknown-guest</c>.</summary>
    internal async Task<Failure?> RefuseAsync(VejviserDb db, Reader who, DateTime now, CancellationToken cancel)
    {
        if (Count == 0)
            return Failure.Of("meetings.nobody");
        var known = await db.Users.CountAsync(a => Accounts.Contains(a.Id) && !a.IsClosed && a.Kind == AccountKind.Employee, cancel)
            + await db.People.VisibleTo(db, who, now).CountAsync(p => People.Contains(p.Id) && p.MergedIntoId == null, cancel)
            + await db.PartnerOrganisations.CountAsync(p => Partners.Contains(p.Id) && !p.IsClosed, cancel);
        return known == Count ? null : Failure.Of("meetings.unknown-guest");
    }

    internal List<MeetingParticipant> For(Guid meetingId) =>
    [
        .. Accounts.Select(a => new MeetingParticipant { MeetingId = meetingId, AccountId = a }),
        .. People.Select(p => new MeetingParticipant { MeetingId = meetingId, PersonId = p }),
        .. Partners.Select(p => new MeetingParticipant { MeetingId = meetingId, PartnerId = p }),
    ];
}
