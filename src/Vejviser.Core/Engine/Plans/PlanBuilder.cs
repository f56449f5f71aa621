using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
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
        new(version, practices.Of(version), await OwnersAsync(db, version.Practice, cancel), await law.CalendarAsync(db, cancel), law.Anchor);

    /// <param name="now">The instant, UTC.</param>
    public BuiltPlan Build(Household household, IEnumerable<Person> people, DateTime now)
    {
        var anchors = PlanAnchors.Resolve(Definition, PlanAnchors.Given(household), household.Basis, law);
        var lawDate = PlanAnchors.LawDate(anchors, DateOnly.FromDateTime(now));
        var plan = new Plan
        {
            Practice = Definition.Id,
            PracticeVersionId = Version.Id,
            HouseholdId = household.Id,
            LawDate = lawDate,
            StartedAt = now,
        };
        plan.Anchors.AddRange(anchors.Select(a => new PlanAnchor { PlanId = plan.Id, Name = a.Key, Date = a.Value }));
        var tasks = PlanComputation.Compute(Definition, anchors, lawDate, HouseholdFacts.Of(household, people), Calendar).Select(t => TaskOf(plan, t)).ToList();
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
        var roles = await db.PracticeRoles.AsNoTracking().Where(r => r.Practice == practice).ToListAsync(cancel);
        var closedAccounts = await db.Users.Where(a => a.IsClosed).Select(a => a.Id).ToHashSetAsync(cancel);
        var closedUnits = await db.Units.Where(u => u.IsClosed).Select(u => u.Id).ToHashSetAsync(cancel);
        foreach (var role in roles)
        {
            role.AccountId = role.AccountId is { } account && closedAccounts.Contains(account) ? null : role.AccountId;
            role.UnitId = role.UnitId is { } unit && closedUnits.Contains(unit) ? null : role.UnitId;
        }

        return roles.ToDictionary(r => r.Role);
    }
}
