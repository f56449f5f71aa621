using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>What happens in a room that was given: the youth moves in, gets another contact person, takes over the lease at eighteen, moves out. Failures of all: <c>villas.forbidden</c>, <c>villas.no-room-given</c>, <c>villas.changed-meanwhile</c>.</summary>
public static class MoveYouth
{
    /// <summary>Also fails with <c>villas.no-custody</c>: nobody moves in without a custody holder. The plan's step of moving in is done.</summary>
    public static Task<Result<Done>> InAsync(VejviserDb db, EffectivePractices practices, Guid person, Reader who, AuditContext audit, CancellationToken cancel) =>
        RunAsync(db, practices, person, who, audit, VillaPolicy.MovedInStep, (stay, youth, _) =>
        {
            if (!youth.HasCustody)
                return Failure.Of("villas.no-custody");
            stay.MovedInOn ??= audit.Day;
            return null;
        }, cancel);

    /// <summary>Also fails with <c>villas.contact-other-language</c>: the contact person is not the villa's, or does not speak the mother tongue.</summary>
    public static Task<Result<Done>> ContactAsync(VejviserDb db, EffectivePractices practices, Guid person, Guid contact, Reader who, AuditContext audit, CancellationToken cancel) =>
        RunAsync(db, practices, person, who, audit, null, (stay, youth, villa) =>
        {
            if (!villa.Contacts.Any(c => c.Id == contact && youth.MotherTongue is { } tongue && c.Languages.Contains(tongue, StringComparer.Ordinal)))
                return Failure.Of("villas.contact-other-language");
            stay.ContactId = contact;
            return null;
        }, cancel);

    /// <summary>Also fails with <c>villas.not-moved-in</c>, <c>villas.birthday-unknown</c>, <c>villas.not-grown-up</c> (with the birthday). The plan's step of taking over the lease is done.</summary>
    public static Task<Result<Done>> TakeLeaseAsync(VejviserDb db, EffectivePractices practices, Guid person, Reader who, AuditContext audit, CancellationToken cancel) =>
        RunAsync(db, practices, person, who, audit, VillaPolicy.LeaseStep, (stay, youth, _) =>
        {
            if (stay.MovedInOn is null)
                return Failure.Of("villas.not-moved-in");
            if (youth.GrownUpOn is not { } birthday)
                return Failure.Of("villas.birthday-unknown");
            if (birthday > audit.Day)
                return Failure.Of("villas.not-grown-up", ("day", birthday));
            stay.LeaseOn ??= audit.Day;
            return null;
        }, cancel);

    /// <summary>The room is free for another.</summary>
    public static Task<Result<Done>> OutAsync(VejviserDb db, EffectivePractices practices, Guid person, StayEnd why, Reader who, AuditContext audit, CancellationToken cancel) =>
        RunAsync(db, practices, person, who, audit, null, (stay, _, _) =>
        {
            stay.Free(audit.Day, why);
            return null;
        }, cancel);

    /// <param name="step">The plan's step that what happens has done.</param>
    private static async Task<Result<Done>> RunAsync(
        VejviserDb db, EffectivePractices practices, Guid person, Reader who, AuditContext audit, string? step, Func<VillaStay, YouthFacts, VillaHome, Failure?> change, CancellationToken cancel)
    {
        if (!who.May(Permissions.MinorsEdit))
            return Failure.Of("villas.forbidden");
        if (await db.VillaStays.SingleOrDefaultAsync(s => s.HeldPersonId == person, cancel) is not { } stay)
            return Failure.Of("villas.no-room-given");
        var villa = await db.Villas.SingleAsync(v => v.Id == stay.VillaId, cancel);
        var town = await ReadVillas.TownAsync(db, await ReadVillas.PolicyAsync(db, practices, cancel), audit.Day, cancel);
        var youth = town.Youths.First(y => y.Id == person);
        if (change(stay, youth, town.Villas.First(v => v.Id == villa.Id)) is { } refused)
            return refused;
        if (!db.ChangeTracker.HasChanges())
            return Done.Result;
        var subjects = new List<AuditSubject> { new(person, youth.HouseholdId, "villa-stay", stay.Id, AuditDetails.Of(("villa", villa.Id))) };
        if (step is not null)
            subjects.AddRange(await CloseByFact.RunAsync(VillaPolicy.Tasks(db, [person]).Where(t => t.Step == step), audit, cancel));
        villa.Version++;
        stay.Version++;
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("villas.changed-meanwhile") : Done.Result;
    }
}
