using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue;

/// <param name="Item">The item's id in the definition.</param>
/// <param name="IsDone">False takes the tick back.</param>
public sealed record TickSetupInput(string Practice, string Item, bool IsDone);

/// <summary>
/// Ticks something that must stand before a practice can run here, or takes the tick back. What stands so already is left as it is.
/// Failures: <c>practices.unknown</c>, <c>practices.unknown-setup</c>.
/// </summary>
public sealed class TickSetup(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<Done>> RunAsync(TickSetupInput input, AuditContext audit, CancellationToken cancel = default)
    {
        if (await practices.FindAsync(db, input.Practice, cancel) is not { } definition)
            return Failure.Of("practices.unknown", ("practice", input.Practice));
        if (definition.Setup.All(s => s.Id != input.Item))
            return Failure.Of("practices.unknown-setup", ("item", input.Item));
        var tick = await db.PracticeSetupTicks.SingleOrDefaultAsync(t => t.Practice == input.Practice && t.Item == input.Item, cancel);
        if (tick is not null == input.IsDone)
            return Done.Result;
        if (tick is null)
            db.PracticeSetupTicks.Add(new PracticeSetupTick { Practice = input.Practice, Item = input.Item, AccountId = audit.Actor ?? Guid.Empty, At = audit.At });
        else
            db.PracticeSetupTicks.Remove(tick);
        try
        {
            var details = AuditDetails.Of(("practice", input.Practice), ("item", input.Item), ("done", input.IsDone));
            await db.SaveAsync(audit, new AuditSubject(Entity: "practice-setup", Details: details), cancel);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("practice_setup_tick"))
        {
            // Somebody else ticked it in between: it stands as it was to stand.
            db.ChangeTracker.Clear();
        }

        return Done.Result;
    }
}
