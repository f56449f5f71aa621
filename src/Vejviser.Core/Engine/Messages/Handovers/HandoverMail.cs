using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages.Handovers;

/// <summary>Writes the e-mails about a handover: that there is one, until when, and where; nothing of what it is or whom it is about.</summary>
public sealed class HandoverMail(VejviserDb db, QueueMessage queue, MessageSettings settings)
{
    /// <returns>Null where none, or a closed one, is named.</returns>
    internal async Task<MessageReceiver?> ReceiverAsync(Guid? accountId, Guid? unitId, Guid? partnerId, CancellationToken cancel)
    {
        if (accountId is { } account)
        {
            return await db.Users.Where(a => a.Id == account && !a.IsClosed).Select(a => new { a.Language, a.Email, a.Id }).SingleOrDefaultAsync(cancel) is { } found
                ? new MessageReceiver(found.Language, found.Email) { AccountId = found.Id }
                : null;
        }

        if (unitId is { } unit)
        {
            // Where the unit has no mailbox, its leader has one.
            var box = await db.Units.Where(u => u.Id == unit && !u.IsClosed).Select(u => u.Email).ToListAsync(cancel);
            var leader = await db.UnitMembers.Where(m => m.UnitId == unit).OrderByDescending(m => m.IsLeader).Join(db.Users.Where(a => !a.IsClosed), m => m.AccountId, a => a.Id, (m, a) => a.Email).FirstOrDefaultAsync(cancel);
            return box.Count == 0 ? null : new MessageReceiver("da", box[0] ?? leader);
        }

        return await db.PartnerOrganisations.Where(p => p.Id == partnerId && !p.IsClosed).Select(p => new { p.Id, p.Email }).SingleOrDefaultAsync(cancel) is { } partner
            ? new MessageReceiver("da", partner.Email) { PartnerId = partner.Id }
            : null;
    }

    internal Task<Result<Message>> QueueAsync(Handover handover, string template, MessageReceiver to, AuditContext audit, CancellationToken cancel)
    {
        var link = to.PartnerId is null ? $"{settings.Site}/handovers" : $"{settings.Site}/partner";
        var until = handover.ClimbsAt is { } climbs ? Texts.Show("da", climbs) : "";
        var message = new NewMessage(
            $"handover:{handover.Id}:{handover.Climbed}", template, "", to with { HouseholdId = handover.HouseholdId },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = link, ["answer-by"] = until });
        return queue.RunAsync(message, audit, cancel);
    }
}
