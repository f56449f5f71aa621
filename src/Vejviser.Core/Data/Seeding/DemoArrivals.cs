using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Data.Seeding;

/// <summary>
/// The demo municipality's people: the allocation file as a municipality gets it, taken by the import itself, shared out among the employees, and a past
/// in which most of what was due has been done.
/// </summary>
public sealed class DemoArrivals(DatabaseAddress address, LawBook law, EffectivePractices practices, PlanLaw planLaw, TimeProvider clock)
{
    /// <summary>How many days after their day tasks were finished, in turn: most in time, some late as life is; those not yet finished by today are late now.</summary>
    private static readonly int[] DaysLate = [0, 0, 3, 0, 0, 6, 0, 15];

    /// <summary>Brings the people in where there is none; changes nothing otherwise.</summary>
    /// <param name="referenceFolder">Where <c>allocations-2026.csv</c> stands.</param>
    /// <param name="cancel">Stops it between households.</param>
    public async Task SeedAsync(string referenceFolder, CancellationToken cancel)
    {
        await using var db = Databases.Open(address);
        var audit = new AuditContext(null, "demo.seed", clock.Now());
        if (!await db.Households.AnyAsync(cancel))
            await ImportAsync(referenceFolder, audit, cancel);
        if (!await db.Households.AnyAsync(h => h.CaseWorkerId != null, cancel))
            await ShareOutAsync(db, audit, cancel);
        await new DemoPractices(db, practices, planLaw, audit).SeedAsync(cancel);
        await new DemoNewcomer(db, audit).SeedAsync(cancel);
        await new DemoMeetings(db, practices, law, clock).SeedAsync(cancel);
        await new DemoInterpreters(db, audit).SeedAsync(cancel);
        await new DemoCourses(db, practices, law, clock).SeedAsync(cancel);
        await new DemoHousing(db, practices, planLaw, audit).SeedAsync(cancel);
        await new DemoHosts(db, practices, planLaw, audit).SeedAsync(cancel);
        await new DemoPairs(db, practices, planLaw, audit).SeedAsync(cancel);
        await new DemoDoctors(db, practices, planLaw, audit).SeedAsync(cancel);
        await new DemoGroups(db, audit).SeedAsync(cancel);
        await new DemoVillas(db, practices, planLaw, audit).SeedAsync(cancel);
    }

    private async Task ImportAsync(string referenceFolder, AuditContext audit, CancellationToken cancel)
    {
        var rows = AllocationFile.Read(await File.ReadAllBytesAsync(Path.Combine(referenceFolder, "allocations-2026.csv"), cancel), new ImportSettings());
        var file = CheckAllocations.Run(rows.Value, AllocationRules.Load(law, referenceFolder), clock.Today());
        await new TakeAllocations(address, law, new ReceptionPlans(practices, planLaw).StartAsync, FamilyArrivals.Of(practices, planLaw)).RunAsync(file, new TakeWay(), audit, cancel);
    }

    private async Task ShareOutAsync(VejviserDb db, AuditContext audit, CancellationToken cancel)
    {
        var members = await db.UnitMembers.Join(db.Units, m => m.UnitId, u => u.Id, (m, u) => new { u.Name, m.UnitId, m.AccountId }).ToListAsync(cancel);
        var caseWorkers = members.Where(m => m.Name == "Modtageenheden").OrderBy(m => m.AccountId).ToList();
        var advisors = members.Where(m => m.Name == "Beskæftigelse").OrderBy(m => m.AccountId).Take(2).ToList();
        var tasks = (await db.PlanTasks.Where(t => t.State == TaskState.Open).ToListAsync(cancel)).ToLookup(t => t.HouseholdId);
        var today = clock.Today();
        var subjects = new List<AuditSubject>();
        foreach (var (index, household) in (await db.Households.OrderBy(h => h.Reference).ToListAsync(cancel)).Index())
        {
            var (caseWorker, advisor) = (caseWorkers[index % caseWorkers.Count], advisors[index / 2 % advisors.Count]);
            (household.CaseWorkerId, household.ContactPersonId) = (caseWorker.AccountId, advisor.AccountId);
            household.HasArrived = household.ArrivalDate <= today;
            foreach (var task in tasks[household.Id])
            {
                task.OwnerAccountId ??= task.OwnerUnitId == caseWorker.UnitId ? caseWorker.AccountId : task.OwnerUnitId == advisor.UnitId ? advisor.AccountId : null;
                if (task.Due?.AddDays(DaysLate[(index + task.Order) % DaysLate.Length]) is { } finished && finished < today)
                    (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, WorkingHour(finished, task.Order), task.OwnerAccountId);
            }

            subjects.Add(new AuditSubject(HouseholdId: household.Id, Entity: "household", EntityId: household.Id));
        }

        await db.SaveAsync(audit, subjects, cancel);
    }

    private static DateTime WorkingHour(DateOnly day, int order) => day.ToDateTime(new TimeOnly(8 + order % 7, order * 7 % 60), DateTimeKind.Utc);
}
