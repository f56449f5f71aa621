using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// A practice closes for newcomers, withdraws, or takes them again; and renews its agreement. Where it withdraws, everybody it was given waits for another, first in line. Failures: <c>doctors.forbidden</c>,
/// <c>doctors.unknown-practice</c>, <c>doctors.day-ahead</c>, <c>doctors.changed-meanwhile</c>.
/// </summary>
public static class StandOfPractice
{
    /// <param name="from">The day it stands so from; not after today.</param>
    /// <returns>How many wait for another doctor because of it.</returns>
    public static async Task<Result<int>> RunAsync(VejviserDb db, Guid id, PracticeStanding standing, DateOnly? from, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        if (from > audit.Day)
            return Failure.Of("doctors.day-ahead");
        if (await db.MedicalPractices.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } practice)
            return Failure.Of("doctors.unknown-practice");
        if (practice.Standing == standing)
            return 0;
        if (standing == PracticeStanding.Open)
            await TurnCounting.CountAsync(db, practice, practice.Numbers, practice.Capacity, begins: true, audit, cancel);
        (practice.Standing, practice.StandingSince) = (standing, from ?? audit.Day);
        practice.Version++;
        db.DoctorEvents.Add(new DoctorEvent { Kind = KindOf(standing), PracticeId = id, On = practice.StandingSince, At = audit.At });
        var subjects = new List<AuditSubject> { new(Entity: "medical-practice", EntityId: id) };
        if (standing == PracticeStanding.Withdrawn)
            subjects.AddRange(await SetFreeAsync(db, id, audit, cancel));
        return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : subjects.Count - 1;
    }

    /// <summary>A new agreement: the practice's count towards the next begins at 0.</summary>
    public static async Task<Result<Done>> RenegotiateAsync(VejviserDb db, Guid id, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthEdit))
            return Failure.Of("doctors.forbidden");
        if (await db.MedicalPractices.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } practice)
            return Failure.Of("doctors.unknown-practice");
        if (await db.IsHandledAsync(audit, cancel))
            return Done.Result;
        practice.Version++;
        db.DoctorEvents.Add(new DoctorEvent { Kind = DoctorEventKind.Renegotiated, PracticeId = id, On = audit.Day, At = audit.At });
        return await db.SaveAsync(audit, new AuditSubject(Entity: "medical-practice", EntityId: id), cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : Done.Result;
    }

    private static async Task<IReadOnlyList<AuditSubject>> SetFreeAsync(VejviserDb db, Guid practice, AuditContext audit, CancellationToken cancel)
    {
        var people = await db.PersonDoctors.Where(d => d.PracticeId == practice).ToListAsync(cancel);
        foreach (var person in people)
        {
            (person.PracticeId, person.GivenOn, person.RegisteredOn) = (null, null, null);
            (person.LeftPracticeId, person.WaitsSince) = (practice, audit.Day);
            person.Version++;
            db.DoctorEvents.Add(new DoctorEvent { Kind = DoctorEventKind.MovedOut, PracticeId = practice, PersonId = person.PersonId, On = audit.Day, At = audit.At });
        }

        return people.ConvertAll(p => new AuditSubject(p.PersonId, Entity: "medical-practice", EntityId: practice));
    }

    private static DoctorEventKind KindOf(PracticeStanding standing) => standing switch
    {
        PracticeStanding.Open => DoctorEventKind.Opened,
        PracticeStanding.Closed => DoctorEventKind.Closed,
        _ => DoctorEventKind.Withdrew,
    };
}
