using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// The doctor is registered as the person's: what stood in the way of having one is done, and the goal is reached. Or the person needs it no more. Failures: <c>doctors.forbidden</c>, <c>doctors.no-doctor</c>,
/// <c>doctors.changed-meanwhile</c>.
/// </summary>
public static class RegisterDoctor
{
    public static async Task<Result<Done>> RunAsync(VejviserDb db, Guid person, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        if (await db.PersonDoctors.SingleOrDefaultAsync(d => d.PersonId == person && d.PracticeId != null, cancel) is not { } doctor)
            return Failure.Of("doctors.no-doctor");
        if (doctor.RegisteredOn is not null)
            return Done.Result;
        doctor.RegisteredOn = audit.Day;
        doctor.Version++;
        var subjects = new List<AuditSubject> { await SubjectAsync(db, doctor, cancel) };
        subjects.AddRange(await CloseByFact.RunAsync(DoctorPolicy.Tasks(db, [person]).Where(t => t.Blocks.Any(b => b.Goal == DoctorPolicy.Goal)), audit, cancel));
        foreach (var plan in await db.Plans.Where(p => p.Practice == DoctorPolicy.Practice && p.PersonId == person && p.State == PlanState.Running && !db.PlanOutcomes.Any(o => o.PlanId == p.Id && o.Outcome == DoctorPolicy.Outcome)).ToListAsync(cancel))
            subjects.AddRange(await RegisterOutcome.PutAsync(db, plan, new RegisterOutcomeInput(plan.Id, DoctorPolicy.Outcome, IsYes: true, audit.Day), audit, cancel) is { } word ? [word] : []);
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : Done.Result;
    }

    /// <summary>The practice is no longer the person's. Its turn stays had.</summary>
    /// <param name="needsAnother">Waits for another; else they have found one themselves, or moved.</param>
    public static async Task<Result<Done>> EndAsync(VejviserDb db, Guid person, bool needsAnother, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        if (await db.PersonDoctors.SingleOrDefaultAsync(d => d.PersonId == person && d.PracticeId != null, cancel) is not { PracticeId: { } practice } doctor)
            return Failure.Of("doctors.no-doctor");
        var (subject, given) = (await SubjectAsync(db, doctor, cancel), await db.MedicalPractices.SingleAsync(p => p.Id == practice, cancel));
        // A practice that was full takes its turn again: from where the others are now.
        if (given is { Standing: PracticeStanding.Open, Capacity: not null } && (await ReadDoctors.PracticesAsync(db, cancel)).First(p => p.Id == practice).RoomLeft == 0)
            await TurnCounting.CountAsync(db, given, given.Numbers, given.Capacity, begins: true, audit, cancel);
        given.Version++;
        (doctor.PracticeId, doctor.GivenOn, doctor.RegisteredOn) = (null, null, null);
        (doctor.NeedsNone, doctor.WaitsSince) = (!needsAnother, needsAnother ? audit.Day : null);
        doctor.Version++;
        db.DoctorEvents.Add(new DoctorEvent { Kind = DoctorEventKind.Left, PracticeId = practice, PersonId = person, On = audit.Day, At = audit.At });
        return await db.SaveAsync(audit, subject, cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : Done.Result;
    }

    private static async Task<AuditSubject> SubjectAsync(VejviserDb db, PersonDoctor doctor, CancellationToken cancel) => new(
        doctor.PersonId, await db.People.Where(p => p.Id == doctor.PersonId).Select(p => p.HouseholdId).SingleAsync(cancel), "person-doctor", doctor.PersonId, AuditDetails.Of(("practice", doctor.PracticeId)));
}
