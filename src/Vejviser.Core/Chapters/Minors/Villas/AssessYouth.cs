using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <param name="AssessedOn">The day it was judged; null while it is not.</param>
/// <param name="CustodyHolder">By name, where it is nobody in the product.</param>
public sealed record AssessYouthInput(Guid PersonId, DateOnly? AssessedOn, bool Fits, string? CustodyHolder, Guid? WishedVillaId);

/// <summary>
/// Writes what a villa is chosen by: whether it fits, who has custody, what the youth wishes. Where there is a custody holder, the step of finding one is done. Failures: <c>villas.forbidden</c>, <c>villas.unknown-youth</c>,
/// <c>villas.too-long</c>, <c>villas.day-ahead</c>, <c>villas.unknown</c>, <c>villas.changed-meanwhile</c>.
/// </summary>
public static class AssessYouth
{
    public const int MostCharacters = 200;

    public static async Task<Result<Done>> RunAsync(VejviserDb db, AssessYouthInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.MinorsEdit))
            return Failure.Of("villas.forbidden");
        if (input.CustodyHolder?.Length > MostCharacters)
            return Failure.Of("villas.too-long", ("most", MostCharacters));
        if (input.AssessedOn > audit.Day)
            return Failure.Of("villas.day-ahead");
        if (await ReadVillas.Youths(db).Where(p => p.Id == input.PersonId).Select(p => (Guid?)p.HouseholdId).SingleOrDefaultAsync(cancel) is not { } household)
            return Failure.Of("villas.unknown-youth");
        if (input.WishedVillaId is { } wished && !await db.Villas.AnyAsync(v => v.Id == wished, cancel))
            return Failure.Of("villas.unknown");
        var home = await db.YouthHomes.SingleOrDefaultAsync(h => h.PersonId == input.PersonId, cancel) ?? db.Add(new YouthHome { PersonId = input.PersonId }).Entity;
        (home.AssessedOn, home.Fits, home.CustodyHolder, home.WishedVillaId) = (input.AssessedOn, input.AssessedOn is not null && input.Fits, input.CustodyHolder.OrNull(), input.WishedVillaId);
        var subjects = new List<AuditSubject> { new(input.PersonId, household, "youth-home", input.PersonId) };
        if (home.CustodyHolder is not null || await db.Relations.AnyAsync(r => r.OtherPersonId == input.PersonId && r.Kind == RelationKind.CustodyHolderOf, cancel))
            subjects.AddRange(await CloseByFact.RunAsync(VillaPolicy.Tasks(db, [input.PersonId]).Where(t => t.Step == VillaPolicy.CustodyStep), audit, cancel));
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        home.Version++;
        try
        {
            return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("villas.changed-meanwhile") : Done.Result;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("youth_home"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("villas.changed-meanwhile");
        }
    }
}
