using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Plans;

/// <summary>A plan made and not yet saved: add all of it to the context.</summary>
/// <param name="Access">Need-to-know for those who own its tasks.</param>
public sealed record BuiltPlan(Plan Plan, IReadOnlyList<PlanTask> Tasks, IReadOnlyList<HouseholdAccess> Access)
{
    public void AddTo(VejviserDb db)
    {
        db.Plans.Add(Plan);
        db.PlanTasks.AddRange(Tasks);
        db.HouseholdAccesses.AddRange(Access);
    }
}

/// <summary>For whom a plan is made, and what is known of it beyond the household.</summary>
/// <param name="PersonId">Set where the practice is for a person.</param>
public sealed record PlanStart(Guid? PersonId = null, PlanSource Source = PlanSource.Staff, Guid? SourceId = null)
{
    /// <summary>Dates of the practice's own anchors, such as <c>start</c>.</summary>
    public IReadOnlyDictionary<string, DateOnly> Dates { get; init; } = new Dictionary<string, DateOnly>();
}

/// <summary>
/// Makes plans of one practice. All it needs of the database is loaded once, so that thousands are made in one go; building itself
/// is pure.
/// </summary>
public sealed class PlanBuilder
{
    private readonly Dictionary<string, PracticeRole> owners;
    private readonly LawAnchor law;

    private PlanBuilder(PracticeVersion version, PracticeDefinition definition, Dictionary<string, PracticeRole> owners, WorkdayCalendar calendar, LawAnchor law)
    {
        (Version, Definition, Calendar) = (version, definition, calendar);
        (this.owners, this.law) = (owners, law);
    }

    public PracticeVersion Version { get; }

    public PracticeDefinition Definition { get; }

    public WorkdayCalendar Calendar { get; }

    /// <summary>Loads what the practice's newest version needs; null while the practice is not adopted.</summary>
    public static async Task<PlanBuilder?> LoadAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, string practice, CancellationToken cancel = default) =>
        await EffectivePractices.NewestAsync(db, practice, cancel) is { } version ? await LoadAsync(db, practices, law, version, cancel) : null;

    public static async Task<PlanBuilder> LoadAsync(VejviserDb db, EffectivePractices practices, PlanLaw law, PracticeVersion version, CancellationToken cancel) =>
        new(version, await practices.OfAsync(db, version, cancel), await OwnersAsync(db, version.Practice, cancel), await law.CalendarAsync(db, cancel), law.Anchor);

    /// <param name="now">The instant, UTC.</param>
    public BuiltPlan Build(Household household, IEnumerable<Person> people, DateTime now) => Build(household, [.. people], new PlanStart(), now);

    /// <param name="now">The instant, UTC.</param>
    public BuiltPlan Build(Household household, IReadOnlyList<Person> people, PlanStart start, DateTime now)
    {
        var plan = Wait(household, start, now);
        return Begin(plan, household, people, start.Dates, now);
    }

    /// <summary>A plan in line for a seat: it knows its dates and has no tasks.</summary>
    public Plan Wait(Household household, PlanStart start, DateTime now)
    {
        var plan = new Plan
        {
            Practice = Definition.Id,
            PracticeVersionId = Version.Id,
            HouseholdId = household.Id,
            PersonId = start.PersonId,
            State = PlanState.Waiting,
            Source = start.Source,
            SourceId = start.SourceId,
            LawDate = TimeZones.DayOf(now),
            StartedAt = now,
        };
        plan.Anchors.AddRange(start.Dates.Where(d => Definition.FindAnchor(d.Key) is not null).Select(d => new PlanAnchor { PlanId = plan.Id, Name = d.Key, Date = d.Value }));
        return plan;
    }

    /// <summary>Gives a plan without tasks its dates and its tasks, by this builder's version.</summary>
    /// <param name="dates">Dates of the practice's own anchors.</param>
    public BuiltPlan Begin(Plan plan, Household household, IReadOnlyList<Person> people, IReadOnlyDictionary<string, DateOnly> dates, DateTime now)
    {
        var given = PlanAnchors.Given(household);
        foreach (var (name, date) in PlanAnchors.Birthdays(Definition, people.FirstOrDefault(p => p.Id == plan.PersonId)?.BirthDate).Concat(dates))
            given[name] = date;
        var anchors = PlanAnchors.Resolve(Definition, given, household.Basis, law);
        (plan.State, plan.PracticeVersionId, plan.StartedAt, plan.LawDate) = (PlanState.Running, Version.Id, now, PlanAnchors.LawDate(anchors, TimeZones.DayOf(now)));
        plan.Anchors.Clear();
        plan.Anchors.AddRange(anchors.Select(a => new PlanAnchor { PlanId = plan.Id, Name = a.Key, Date = a.Value }));
        var computed = PlanComputation.Compute(Definition, anchors, plan.LawDate, HouseholdFacts.Of(household, people), Calendar, plan.PersonId);
        var tasks = computed.Select(t => TaskOf(plan, t)).ToList();
        var access = tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct().SelectMany(o => TaskAccess.Rows(household.Id, o.OwnerUnitId, o.OwnerAccountId));
        return new BuiltPlan(plan, tasks, [.. access.DistinctBy(a => (a.UnitId, a.AccountId))]);
    }

    internal PlanTask TaskOf(Plan plan, ComputedTask computed)
    {
        var task = new PlanTask
        {
            PlanId = plan.Id,
            HouseholdId = plan.HouseholdId,
            PersonId = computed.PersonId,
            Practice = plan.Practice,
            Step = computed.Step.Id,
            Area = computed.Step.Area,
            Phase = computed.Step.Phase,
            OwnerRole = computed.Step.Owner,
            Due = computed.Due,
            NotKnown = NotKnown(computed),
            Order = computed.Order,
        };
        task.Blocks.AddRange(computed.Step.Blocks.Select(goal => new PlanTaskBlock { TaskId = task.Id, Goal = goal }));
        GiveToRole(task);
        return task;
    }

    /// <summary>To whom the municipality has given the task's role; nobody where it has not yet.</summary>
    internal void GiveToRole(PlanTask task)
    {
        var owner = owners.GetValueOrDefault(task.OwnerRole);
        (task.OwnerUnitId, task.OwnerAccountId) = (owner?.UnitId, owner?.AccountId);
    }

    internal static string? NotKnown(ComputedTask computed) => computed.Unknown.Count == 0 ? null : string.Join(',', computed.Unknown);

    /// <summary>A closed account or unit owns nothing new.</summary>
    private static async Task<Dictionary<string, PracticeRole>> OwnersAsync(VejviserDb db, string practice, CancellationToken cancel)
    {
        var roles = await db.PracticeRoles.AsNoTracking().Where(r => r.Practice == practice || r.Practice == PracticeRole.Everywhere).ToListAsync(cancel);
        var closedAccounts = await db.Users.Where(a => a.IsClosed).Select(a => a.Id).ToHashSetAsync(cancel);
        var closedUnits = await db.Units.Where(u => u.IsClosed).Select(u => u.Id).ToHashSetAsync(cancel);
        foreach (var role in roles)
        {
            role.AccountId = role.AccountId is { } account && closedAccounts.Contains(account) ? null : role.AccountId;
            role.UnitId = role.UnitId is { } unit && closedUnits.Contains(unit) ? null : role.UnitId;
        }

        // Who fills the role in this practice goes before who fills it everywhere.
        return roles.GroupBy(r => r.Role).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Practice == PracticeRole.Everywhere).First());
    }
}
