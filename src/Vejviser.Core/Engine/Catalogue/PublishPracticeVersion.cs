using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue;

/// <param name="Note">Why, for those who compare versions later.</param>
public sealed record PublishPracticeVersionInput(string Practice, PracticeChanges Changes, string? Note = null);

/// <summary>
/// Publishes the municipality's next version of a practice. The first adopts it. New plans follow it; running ones only when moved.
/// Failures: <c>practices.unknown</c>, <c>practices.nothing-changed</c>, <c>practices.published-meanwhile</c> and those of <see cref="PracticeChanges.FaultsIn"/>.
/// </summary>
public sealed class PublishPracticeVersion(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<PracticeVersion>> RunAsync(PublishPracticeVersionInput input, AuditContext audit, CancellationToken cancel = default)
    {
        if (await practices.FindAsync(db, input.Practice, cancel) is not { } definition)
            return Failure.Of("practices.unknown", ("practice", input.Practice));
        if (input.Changes.FaultsIn(definition) is [var fault, ..])
            return fault;
        var newest = await EffectivePractices.NewestAsync(db, input.Practice, cancel);
        if (newest is not null && await db.IsHandledAsync(audit, cancel))
            return newest;
        var changes = input.Changes.ToJson();
        if (newest?.Changes == changes)
            return Failure.Of("practices.nothing-changed", ("number", newest.Number));

        var version = new PracticeVersion
        {
            Practice = input.Practice,
            Number = (newest?.Number ?? 0) + 1,
            Changes = changes,
            PublishedAt = audit.At,
            PublishedBy = audit.Actor,
            Note = input.Note,
        };
        db.PracticeVersions.Add(version);
        try
        {
            var subject = new AuditSubject(Entity: "practice-version", EntityId: version.Id, Details: AuditDetails.Of(("practice", input.Practice), ("number", version.Number)));
            return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.AlreadyDone
                ? (await EffectivePractices.NewestAsync(db, input.Practice, cancel))!
                : version;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("practice_version"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("practices.published-meanwhile", ("number", version.Number));
        }
    }
}
