using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <param name="Fingerprint">Of the proposal that was looked at: another is not decided unseen.</param>
/// <param name="Seen">The practices it gave somebody to: one that has closed or withdrawn since is told by its name.</param>
public sealed record DecideDoctorsInput(string? Fingerprint, IReadOnlyCollection<Guid> Seen);

/// <summary>
/// Gives everybody in the proposal their doctor, or nobody: a line of the ledger each, and the plan's step of finding whose turn it is done. Failures: <c>doctors.forbidden</c>, <c>doctors.practice-gone-next</c> (a practice has
/// closed or withdrawn since: the page shows the next), <c>doctors.proposal-changed</c>, <c>doctors.nobody</c>, <c>doctors.changed-meanwhile</c>.
/// </summary>
public sealed class DecideDoctors(VejviserDb db, EffectivePractices practices)
{
    public async Task<Result<int>> RunAsync(DecideDoctorsInput input, Reader who, AuditContext audit, CancellationToken cancel)
    {
        if (!who.May(Permissions.HealthDecide))
            return Failure.Of("doctors.forbidden");
        if (await db.IsHandledAsync(audit, cancel))
            return await db.DoctorEvents.CountAsync(e => db.ProcessedCommands.Any(c => c.Id == audit.CommandId && c.At == e.At) && (e.Kind == DoctorEventKind.Given || e.Kind == DoctorEventKind.MovedIn), cancel);
        // Read before the proposal is made: whatever changes from here on is met by the versions when it is saved.
        var (all, waiting) = (await db.MedicalPractices.ToListAsync(cancel), await db.PersonDoctors.Where(d => d.PracticeId == null).ToDictionaryAsync(d => d.PersonId, cancel));
        var board = await ReadDoctors.RunAsync(db, practices, cancel);
        if (board.Proposal.Fingerprint != input.Fingerprint)
        {
            var gone = board.Facts.Practices.Where(p => input.Seen.Contains(p.Id) && p.Standing != PracticeStanding.Open).Select(p => p.Name).ToList();
            return gone.Count == 0 ? Failure.Of("doctors.proposal-changed") : Failure.Of("doctors.practice-gone-next", ("practice", string.Join(", ", gone)));
        }

        return board.Proposal.Placed == 0 ? Failure.Of("doctors.nobody") : await SaveAsync(board, all, waiting, audit, cancel);
    }

    private async Task<Result<int>> SaveAsync(DoctorBoard board, IReadOnlyList<MedicalPractice> all, IReadOnlyDictionary<Guid, PersonDoctor> waiting, AuditContext audit, CancellationToken cancel)
    {
        var placed = board.Proposal.Lines.Where(l => l.Practice is not null).ToList();
        var (people, wanted) = (placed.ConvertAll(l => l.Seeker.Id), placed.Select(l => l.Practice!.Id).ToHashSet());
        foreach (var practice in all.Where(p => wanted.Contains(p.Id)))
            practice.Version++;
        foreach (var line in placed)
        {
            var row = waiting.GetValueOrDefault(line.Seeker.Id) ?? db.Add(new PersonDoctor { PersonId = line.Seeker.Id }).Entity;
            (row.PracticeId, row.GivenOn, row.RegisteredOn, row.LeftPracticeId, row.WaitsSince) = (line.Practice!.Id, audit.Day, null, null, null);
            (row.ChosenPracticeId, row.ChosenReason, row.ChosenBy) = (null, null, null);
            row.Version++;
            db.DoctorEvents.Add(new DoctorEvent
            {
                Kind = line.Seeker.Left is null ? DoctorEventKind.Given : DoctorEventKind.MovedIn, PracticeId = line.Practice.Id, PersonId = line.Seeker.Id, On = audit.Day, At = audit.At, ByHand = line.ByHand,
            });
        }

        var subjects = placed.ConvertAll(l => new AuditSubject(l.Seeker.Id, l.Seeker.HouseholdId, "person-doctor", l.Seeker.Id, AuditDetails.Of(("practice", l.Practice!.Id), ("by-hand", l.ByHand is not null))));
        subjects.AddRange(await CloseByFact.RunAsync(DoctorPolicy.Tasks(db, people).Where(t => t.Step == DoctorPolicy.TurnStep), audit, cancel));
        try
        {
            return await db.SaveAsync(audit, subjects, cancel) == SaveOutcome.Conflict ? Failure.Of("doctors.changed-meanwhile") : placed.Count;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolationOn("person_doctor"))
        {
            db.ChangeTracker.Clear();
            return Failure.Of("doctors.changed-meanwhile");
        }
    }
}
