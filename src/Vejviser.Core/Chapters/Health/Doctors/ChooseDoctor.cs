using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <param name="PracticeId">Null: waits.</param>
/// <param name="WholeHousehold">For all of the household who wait: a family goes to the same place.</param>
public sealed record DoctorChoice(Guid PersonId, Guid? PracticeId, string? Reason, bool WholeHousehold = false);

/// <summary>
/// Chooses a practice for a person by hand, or that they wait, with a reason; or lets the turn decide again. A choice may be out of turn and out of reach, never of a practice that takes nobody. Failures:
/// <c>doctors.forbidden</c>, <c>doctors.reason-missing</c>, <c>doctors.too-long</c>, <c>doctors.not-waiting</c>, <c>doctors.no-district</c>, <c>doctors.practice-out</c> (with the name), <c>doctors.practice-full</c>,
/// <c>doctors.changed-meanwhile</c>.
/// </summary>
public static class ChooseDoctor
{
    public const int MostCharacters = 400;

    public static async Task<Result<int>> RunAsync(VejviserDb db, DoctorChoice choice, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthDecide))
            return Failure.Of("doctors.forbidden");
        if (string.IsNullOrWhiteSpace(choice.Reason))
            return Failure.Of("doctors.reason-missing");
        if (choice.Reason.Length > MostCharacters)
            return Failure.Of("doctors.too-long", ("most", MostCharacters));
        var facts = await ReadDoctors.FactsAsync(db, cancel);
        if (facts.Seekers.FirstOrDefault(s => s.Id == choice.PersonId) is not { } seeker)
            return Failure.Of("doctors.not-waiting");
        IReadOnlyList<DoctorSeeker> people = choice.WholeHousehold ? [.. facts.Seekers.Where(s => s.HouseholdId == seeker.HouseholdId)] : [seeker];
        if (choice.PracticeId is { } wanted && Refusal(facts, seeker, people, wanted) is { } refused)
            return refused;
        return await SaveAsync(db, people, row => (row.ChosenPracticeId, row.ChosenReason, row.ChosenBy) = (choice.PracticeId, choice.Reason.Trim(), audit.Actor), audit, cancel);
    }

    /// <summary>The turn decides again. Failures: <c>doctors.forbidden</c>, <c>doctors.not-waiting</c>, <c>doctors.changed-meanwhile</c>.</summary>
    public static async Task<Result<int>> LetGoAsync(VejviserDb db, Guid person, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthDecide))
            return Failure.Of("doctors.forbidden");
        if ((await ReadDoctors.FactsAsync(db, cancel)).Seekers.FirstOrDefault(s => s.Id == person) is not { } seeker)
            return Failure.Of("doctors.not-waiting");
        return seeker.ChosenReason is null ? 0 : await SaveAsync(db, [seeker], row => (row.ChosenPracticeId, row.ChosenReason, row.ChosenBy) = (null, null, null), audit, cancel);
    }

    private static Failure? Refusal(DoctorFacts facts, DoctorSeeker seeker, IReadOnlyList<DoctorSeeker> people, Guid wanted)
    {
        if (seeker.District is null)
            return Failure.Of("doctors.no-district");
        if (facts.Practices.FirstOrDefault(p => p.Id == wanted) is not { Standing: PracticeStanding.Open } practice)
            return Failure.Of("doctors.practice-out", ("practice", facts.Practices.FirstOrDefault(p => p.Id == wanted)?.Name));
        var others = facts.Seekers.Count(s => s.Chosen == wanted && people.All(p => p.Id != s.Id));
        return practice.RoomLeft is { } room && others + people.Count > room ? Failure.Of("doctors.practice-full", ("practice", practice.Name)) : null;
    }

    private static async Task<Result<int>> SaveAsync(VejviserDb db, IReadOnlyList<DoctorSeeker> people, Action<PersonDoctor> change, AuditContext audit, CancellationToken cancel)
    {
        var ids = people.Select(p => p.Id).ToList();
        var rows = await db.PersonDoctors.Where(d => ids.Contains(d.PersonId)).ToDictionaryAsync(d => d.PersonId, cancel);
        foreach (var person in people)
        {
            var row = rows.GetValueOrDefault(person.Id) ?? db.Add(new PersonDoctor { PersonId = person.Id }).Entity;
            change(row);
            row.Version++;
        }

        try
        {
            var outcome = await db.SaveAsync(audit, [.. people.Select(p => new AuditSubject(p.Id, p.HouseholdId, "person-doctor", p.Id))], cancel);
            return outcome == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : people.Count;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("person_doctor"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("doctors.changed-meanwhile");
        }
    }
}
