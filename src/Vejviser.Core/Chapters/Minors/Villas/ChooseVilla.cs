using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>
/// Chooses a villa for a youth by hand, or that they wait, with a reason; or lets the proposal decide again. A choice costs points and breaks no rule. Failures: <c>villas.forbidden</c>, <c>villas.reason-missing</c>, <c>villas.too-long</c>,
/// <c>villas.not-looking</c>, <c>villas.choice-gone-next</c> (the villa has closed, filled or has nobody who speaks the mother tongue, with the next best), <c>villas.choice-impossible</c>, <c>villas.changed-meanwhile</c>.
/// </summary>
public sealed class ChooseVilla(VejviserDb db, EffectivePractices practices)
{
    public const int MostCharacters = 400;

    /// <param name="villa">Null: waits.</param>
    public async Task<Result<Done>> RunAsync(Guid person, Guid? villa, string? reason, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.MinorsDecide))
            return Failure.Of("villas.forbidden");
        if (string.IsNullOrWhiteSpace(reason))
            return Failure.Of("villas.reason-missing");
        if (reason.Length > MostCharacters)
            return Failure.Of("villas.too-long", ("most", MostCharacters));
        var policy = await ReadVillas.PolicyAsync(db, practices, cancel);
        var town = await ReadVillas.TownAsync(db, policy, audit.Day, cancel);
        if (town.Seekers.FirstOrDefault(y => y.Id == person) is not { } youth)
            return Failure.Of("villas.not-looking");
        if (villa is { } wanted && ProposeVillas.Choices(town, policy, person, cancel) is var choices && choices.All(c => c.Villa.Id != wanted))
            return choices.Count == 0 ? Failure.Of("villas.choice-impossible") : Failure.Of("villas.choice-gone-next", ("villa", town.Villas.FirstOrDefault(v => v.Id == wanted)?.Name), ("next", choices[0].Villa.Name));
        return await SaveAsync(youth, villa, reason.Trim(), audit, cancel);
    }

    /// <summary>The proposal decides again. Failures: <c>villas.forbidden</c>, <c>villas.not-looking</c>, <c>villas.changed-meanwhile</c>.</summary>
    public async Task<Result<Done>> LetGoAsync(Guid person, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.MinorsDecide))
            return Failure.Of("villas.forbidden");
        var town = await ReadVillas.TownAsync(db, await ReadVillas.PolicyAsync(db, practices, cancel), audit.Day, cancel);
        return town.Seekers.FirstOrDefault(y => y.Id == person) is not { } youth ? Failure.Of("villas.not-looking")
            : youth.ChosenReason is null ? Done.Result : await SaveAsync(youth, null, null, audit, cancel);
    }

    private async Task<Result<Done>> SaveAsync(YouthFacts youth, Guid? villa, string? reason, AuditContext audit, CancellationToken cancel)
    {
        var home = await db.YouthHomes.SingleAsync(h => h.PersonId == youth.Id, cancel);
        (home.ChosenVillaId, home.ChosenReason) = (villa, reason);
        home.Version++;
        var subject = new AuditSubject(youth.Id, youth.HouseholdId, "youth-home", youth.Id, AuditDetails.Of(("villa", villa), ("by-hand", reason is not null)));
        return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("villas.changed-meanwhile") : Done.Result;
    }
}
