using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>Who waits for a doctor, the practices with their turns, and the proposal.</summary>
public sealed record DoctorBoard(DoctorPolicy Policy, DoctorFacts Facts, DoctorProposal Proposal);

/// <summary>Reads what there is to share out. Who is in the practice and has no doctor waits; so does who had one that withdrew.</summary>
public static class ReadDoctors
{
    public static async Task<DoctorBoard> RunAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel)
    {
        var policy = await PolicyAsync(db, practices, cancel);
        var facts = await FactsAsync(db, cancel);
        return new DoctorBoard(policy, facts, ProposeDoctors.Propose(facts, policy));
    }

    public static async Task<DoctorPolicy> PolicyAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel) => DoctorPolicy.Of((await practices.InUseAsync(db, DoctorPolicy.Practice, cancel))!);

    public static async Task<DoctorFacts> FactsAsync(VejviserDb db, CancellationToken cancel) => new(await SeekersAsync(db, cancel), await PracticesAsync(db, cancel));

    public static async Task<IReadOnlyList<PracticeFacts>> PracticesAsync(VejviserDb db, CancellationToken cancel)
    {
        var accounts = await DoctorLedger.ReadAsync(db, cancel);
        return [.. (await db.MedicalPractices.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(cancel))
            .Select(p => new PracticeFacts(p.Id, p.Name, p.Place, p.Numbers, p.Capacity, p.Standing, p.StandingSince, accounts.GetValueOrDefault(p.Id, PracticeAccounts.None)))];
    }

    /// <summary>People without a doctor who are to have one.</summary>
    public static IQueryable<Person> Waiting(VejviserDb db) => db.People.Where(p => p.MergedIntoId == null
        && !db.PersonDoctors.Any(d => d.PersonId == p.Id && (d.PracticeId != null || d.NeedsNone))
        && (db.Plans.Any(x => x.Practice == DoctorPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running) || db.PersonDoctors.Any(d => d.PersonId == p.Id && d.LeftPracticeId != null)));

    /// <summary>Who has waited longest first.</summary>
    private static async Task<IReadOnlyList<DoctorSeeker>> SeekersAsync(VejviserDb db, CancellationToken cancel)
    {
        var districts = await db.CareDistricts.AsNoTracking().ToDictionaryAsync(d => d.Id, cancel);
        var people = await Waiting(db).AsNoTracking().Select(p => new
        {
            p.Id, p.HouseholdId, p.CaseRef, Doctor = db.PersonDoctors.FirstOrDefault(d => d.PersonId == p.Id),
            District = db.HouseholdDistricts.Where(h => h.HouseholdId == p.HouseholdId).Select(h => (Guid?)h.DistrictId).FirstOrDefault(),
            Since = db.Plans.Where(x => x.Practice == DoctorPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running).Select(x => (DateTime?)x.StartedAt).Min(),
        }).ToListAsync(cancel);
        return
        [
            .. people.Select(p => new DoctorSeeker(
                    p.Id, p.HouseholdId, CaseLabels.OfPerson(p.Id, p.CaseRef), p.District is { } district ? districts[district] : null,
                    p.Doctor?.WaitsSince ?? (p.Since is { } started ? TimeZones.DayOf(started) : DateOnly.MinValue), p.Doctor?.LeftPracticeId, p.Doctor?.ChosenReason, p.Doctor?.ChosenPracticeId))
                .OrderBy(s => s.Since).ThenBy(s => s.Label, StringComparer.Ordinal),
        ];
    }
}
