using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>The person gives and withdraws their own consents, by the law's ages. Failures: those of <see cref="GiveConsent"/> and <see cref="WithdrawConsent"/>.</summary>
public sealed class OwnConsents(VejviserDb db, LawBook law, ConsentPurposes purposes)
{
    public async Task<Result<Done>> GiveAsync(Newcomer me, string purpose, AuditContext audit, CancellationToken cancel = default)
    {
        var today = audit.Day;
        var input = new ConsentGiven(me.PersonId, purpose, today, null, null, null, IsCustodyHolderTold: false);
        var given = await GiveConsent.RunAsync(db, law, purposes, Reader.System, audit, today, input, cancel);
        return given.IsSuccess ? Done.Result : given.Failure;
    }

    public Task<Result<Done>> WithdrawAsync(Newcomer me, Guid consentId, AuditContext audit, CancellationToken cancel = default)
    {
        var today = audit.Day;
        return WithdrawConsent.RunAsync(db, Reader.System, audit, today, me.PersonId, consentId, today, me.PersonId, cancel);
    }
}
