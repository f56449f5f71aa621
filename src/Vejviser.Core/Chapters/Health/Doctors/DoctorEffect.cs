using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>
/// What another distance does with those who wait now and with those who were given a doctor in the month that has passed, before anything is published. Of the month, choices by hand are left out on both sides, and
/// practices stand as they do today without that month's turns: what is told is what the distance does.
/// </summary>
/// <param name="Since">The month's first day; null for those who wait now.</param>
/// <param name="People">How many are shared out.</param>
/// <param name="Moves">Each line that would be another, beside what it would be.</param>
public sealed record DoctorEffect(DateOnly? Since, int People, IReadOnlyList<(ProposedDoctor Now, ProposedDoctor Then)> Moves)
{
    public static async Task<IReadOnlyList<DoctorEffect>> ReadAsync(VejviserDb db, DoctorBoard board, int mostKm, DateOnly today, CancellationToken cancel)
    {
        var tried = board.Policy with { MostMetres = mostKm * DoctorPolicy.MetresInKm };
        var since = today.AddMonths(-1);
        var month = await UndoneAsync(db, board.Facts.Practices, since, cancel);
        return [Of(null, board.Facts, board.Proposal, tried), Of(since, month, ProposeDoctors.Propose(month, board.Policy), tried)];
    }

    private static DoctorEffect Of(DateOnly? since, DoctorFacts facts, DoctorProposal now, DoctorPolicy tried) =>
        new(since, facts.Seekers.Count, [.. now.Lines.Zip(ProposeDoctors.Propose(facts, tried).Lines).Where(l => l.First.Practice?.Id != l.Second.Practice?.Id)]);

    /// <summary>Those who were given the doctor they have on that day or later, as if they waited for one, and the practices without those turns.</summary>
    private static async Task<DoctorFacts> UndoneAsync(VejviserDb db, IReadOnlyList<PracticeFacts> practices, DateOnly since, CancellationToken cancel)
    {
        var districts = await db.CareDistricts.AsNoTracking().ToDictionaryAsync(d => d.Id, cancel);
        var turns = await (from turn in db.DoctorEvents.AsNoTracking()
                           where (turn.Kind == DoctorEventKind.Given || turn.Kind == DoctorEventKind.MovedIn) && turn.On >= since
                           join has in db.PersonDoctors on turn.PersonId equals has.PersonId
                           where has.PracticeId == turn.PracticeId
                           join person in db.People on has.PersonId equals person.Id
                           where person.MergedIntoId == null
                           orderby turn.At, turn.Id
                           select new
                           {
                               person.Id, person.HouseholdId, person.CaseRef, turn.PracticeId, turn.Kind, turn.On,
                               District = db.HouseholdDistricts.Where(h => h.HouseholdId == person.HouseholdId).Select(h => (Guid?)h.DistrictId).FirstOrDefault(),
                           }).ToListAsync(cancel);
        var last = turns.GroupBy(t => t.Id).Select(g => g.Last()).ToList();
        int Undone(PracticeFacts practice, DoctorEventKind kind) => last.Count(t => t.PracticeId == practice.Id && t.Kind == kind);
        return new DoctorFacts(
            last.ConvertAll(t => new DoctorSeeker(t.Id, t.HouseholdId, CaseLabels.OfPerson(t.Id, t.CaseRef), t.District is { } district ? districts[district] : null, t.On, Left: null, ChosenReason: null, Chosen: null)),
            [.. practices.Select(p => p with { Account = p.Account with { Given = p.Account.Given - Undone(p, DoctorEventKind.Given), MovedIn = p.Account.MovedIn - Undone(p, DoctorEventKind.MovedIn) } })]);
    }
}
