using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Letting;
using Vejviser.Core.Data;

namespace Vejviser.Core.Chapters.Housing.Agreements;

/// <summary>How an agreement stands: each right by itself, and what is over its border.</summary>
/// <param name="Ledger">By association, from the agreement's first day to its last.</param>
/// <param name="ExtraByDay">Extra homes named on or before the last day they are given for.</param>
public sealed record AgreementStanding(HousingAgreement Agreement, IReadOnlyList<LedgerLine> Ledger, int ExtraByDay, IReadOnlyList<AgreementMilestone> Milestones)
{
    public int Quarter => Ledger.Sum(l => l.Quarter);

    /// <summary>Nominations the share of vacated homes allows so far.</summary>
    public int QuarterAllowed => Ledger.Sum(l => l.Vacated) * Agreement.QuarterPercent / 100;

    public int Extra => Ledger.Sum(l => l.Extra);

    public bool IsQuarterOver => Quarter > QuarterAllowed;

    /// <summary>Over the number, or named after the last day.</summary>
    public bool IsExtraOver => Extra > Agreement.ExtraHomes || Extra > ExtraByDay;

    public static async Task<AgreementStanding?> ReadAsync(VejviserDb db, Guid id, CancellationToken cancel)
    {
        if (await db.HousingAgreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } agreement)
            return null;
        var associations = await db.AgreementAssociations.Where(a => a.AgreementId == id).Select(a => a.AssociationId).ToListAsync(cancel);
        var ledger = await NominationLedger.ReadAsync(db, agreement.From, agreement.To, associations, cancel);
        var inTime = await db.Nominations.CountAsync(n => associations.Contains(n.AssociationId) && n.MadeOn >= agreement.From && n.MadeOn <= agreement.ExtraTo && n.Right == NominationRight.Extra && n.State != NominationState.Refused, cancel);
        return new AgreementStanding(agreement, ledger, inTime, await db.AgreementMilestones.AsNoTracking().Where(m => m.AgreementId == id).OrderBy(m => m.Due).ToListAsync(cancel));
    }
}
