using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Signs a newcomer in with the letter's link and code; see <see cref="SignInByLink"/>. Failures: <c>newcomers.wrong</c>, <c>newcomers.locked</c>.</summary>
public sealed class SignInNewcomer(VejviserDb db, NewcomerSettings settings)
{
    /// <returns>The access's id, for the session.</returns>
    public Task<Result<Guid>> RunAsync(string link, string code, DateTime now, CancellationToken cancel = default) => SignInByLink.RunAsync(
        db, new LinkRealm<NewcomerAccess>("newcomers", settings.Tries, settings.LockMinutes, a => new AuditSubject(a.PersonId, null, "newcomer-access", a.Id)), link, code, now, cancel);
}
