using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;

namespace Vejviser.Core.Engine.Catalogue;

/// <param name="Roles">Who fills which role, in this practice or everywhere; those that stay as they are are left out.</param>
/// <param name="Setup">Ids of what stands already.</param>
public sealed record AdoptPracticeInput(string Practice, PracticeChanges Changes, string? Note, IReadOnlyList<FillPracticeRole.Input> Roles, IReadOnlyList<string> Setup);

/// <summary>
/// Adopts a practice: its first version, who fills its roles, and what stands already; all of it or none.
/// Failures: <c>practices.adopted-already</c> and those of <see cref="PublishPracticeVersion"/>, <see cref="FillPracticeRole"/> and <see cref="TickSetup"/>.
/// </summary>
public sealed class AdoptPractice(VejviserDb db, PublishPracticeVersion publish, TickSetup tick)
{
    public async Task<Result<PracticeVersion>> RunAsync(AdoptPracticeInput input, Reader by, AuditContext audit, CancellationToken cancel = default)
    {
        if (await EffectivePractices.NewestAsync(db, input.Practice, cancel) is { } newest)
            return await db.IsHandledAsync(audit, cancel) ? newest : Failure.Of("practices.adopted-already", ("number", newest.Number));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var published = await publish.RunAsync(new PublishPracticeVersionInput(input.Practice, input.Changes, input.Note), audit, cancel);
        if (!published.IsSuccess)
            return published.Failure;
        // The form's command is spent on the version: what comes with it is of the same transaction.
        foreach (var role in input.Roles)
            if (await FillPracticeRole.RunAsync(db, role, by, audit with { Action = "organisation.fill-practice-role", CommandId = null }, cancel) is { Failure: { } failure })
                return failure;
        foreach (var item in input.Setup)
            if (await tick.RunAsync(new TickSetupInput(input.Practice, item, IsDone: true), audit with { Action = "practices.tick-setup", CommandId = null }, cancel) is { Failure: { } failure })
                return failure;
        await transaction.CommitAsync(cancel);
        return published;
    }
}
