using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Bench.Seeding;

/// <summary>A running reception plan for each household, its tasks and dates by the catalogue's own rules.</summary>
internal sealed class Plans
{
    /// <summary>One task in ten is the team's, not yet somebody's.</summary>
    private const double TeamOnly = 0.1;

    private readonly PracticeDefinition practice;
    private readonly Staff staff;
    private readonly WorkdayCalendar calendar;
    private readonly DateTime now;
    private readonly Guid version;
    private readonly Ids planIds;
    private readonly Ids taskIds;

    public Plans(PracticeDefinition practice, Guid version, Staff staff, WorkdayCalendar calendar, DateTime now)
    {
        (this.practice, this.version, this.staff, this.calendar, this.now) = (practice, version, staff, calendar, now);
        (planIds, taskIds) = (new Ids(now, 6), new Ids(now, 7));
    }

    public List<Plan> All { get; } = [];

    public List<PlanTask> Tasks { get; } = [];

    public List<HouseholdAccess> Access { get; } = [];

    /// <param name="most">Tasks at most.</param>
    public void Start(int n, Household household, List<Person> people, int? most)
    {
        var anchors = PlanAnchors.Resolve(practice, PlanAnchors.Given(household), household.Basis, (_, facts) => facts.DateOf(PlanAnchors.Takeover)?.AddMonths(3));
        var plan = new Plan { Id = planIds.Next(), Practice = practice.Id, PracticeVersionId = version, HouseholdId = household.Id, LawDate = household.TakeoverDate!.Value, StartedAt = now };
        plan.Anchors.AddRange(anchors.Select(a => new PlanAnchor { PlanId = plan.Id, Name = a.Key, Date = a.Value }));
        All.Add(plan);
        var owners = new HashSet<(Guid? Unit, Guid? Account)>();
        foreach (var task in PlanComputation.Compute(practice, anchors, plan.LawDate, HouseholdFacts.Of(household, people), calendar).Take(most ?? int.MaxValue).Select(t => TaskOf(n, plan, t)))
        {
            Tasks.Add(task);
            owners.Add((task.OwnerUnitId, null));
            if (task.OwnerAccountId is not null)
                owners.Add((null, task.OwnerAccountId));
        }

        Access.AddRange(owners.Select(o => new HouseholdAccess { HouseholdId = household.Id, UnitId = o.Unit, AccountId = o.Account, Why = "task-owner" }));
    }

    /// <summary>The latest tasks stay open, with a tail of late ones; all before them are done on their day.</summary>
    public void Finish(int open)
    {
        var keep = Tasks.Select((task, i) => (task, Until: task.Due!.Value.DayNumber + Lateness((ulong)i))).OrderByDescending(t => t.Until).Take(open).Select(t => t.task.Id).ToHashSet();
        foreach (var task in Tasks.Where(t => !keep.Contains(t.Id)))
        {
            task.State = TaskState.Done;
            task.ClosedAt = DateTime.SpecifyKind(task.Due!.Value.ToDateTime(new TimeOnly(12, 0)), DateTimeKind.Utc);
            task.ClosedBy = task.OwnerAccountId;
        }
    }

    /// <summary>Days after its date that a task is finished: most at once, a few after weeks.</summary>
    private static double Lateness(ulong task) => -12 * Math.Log(1 - Numbers.Share(51, task));

    private PlanTask TaskOf(int household, Plan plan, ComputedTask computed)
    {
        var (unit, account) = staff.For(computed.Step.Owner, household);
        var task = new PlanTask
        {
            Id = taskIds.Next(), PlanId = plan.Id, HouseholdId = plan.HouseholdId, PersonId = computed.PersonId, Practice = practice.Id, Step = computed.Step.Id, Area = computed.Step.Area,
            Phase = computed.Step.Phase, OwnerRole = computed.Step.Owner, OwnerUnitId = unit.Id, Due = computed.Due, Order = computed.Order,
            OwnerAccountId = Numbers.Share(52, (ulong)Tasks.Count) < TeamOnly ? null : account.Id,
        };
        task.Blocks.AddRange(computed.Step.Blocks.Select(goal => new PlanTaskBlock { TaskId = task.Id, Goal = goal }));
        return task;
    }
}
