using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>
/// The practices Havneby has adopted as the catalogue has them, and people in some of them: some new, some half-way, some through. The reception plan
/// comes with the first arrivals.
/// </summary>
internal sealed class DemoPractices(VejviserDb db, EffectivePractices practices, PlanLaw law, AuditContext audit)
{
    private static readonly string[] Adopted =
    [
        "dialogue-based-reception", "video-interpreting", "good-move-in", "private-hosting", "refugees-as-volunteers", "family-danish", "business-mentors",
        "industry-packages", "employer-partnership", "leisure-life", "health-assessments", "mindspring",
    ];

    /// <summary>Those with people in them, and the weeks ago that each began.</summary>
    private static readonly (string Practice, int[] WeeksAgo)[] Lived =
    [
        ("business-mentors", [2, 9, 40, 44]), ("industry-packages", [1, 6, 12, 30, 34]), ("employer-partnership", [3, 8]), ("refugees-as-volunteers", [2, 5, 30]),
        ("health-assessments", [1, 4, 7, 20]), ("mindspring", [2, 3]),
    ];

    /// <summary>After so many weeks a course is through.</summary>
    private const int WeeksThrough = 20;

    /// <summary>Does it where nothing but the reception plan is adopted yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.PracticeVersions.AnyAsync(v => Adopted.Contains(v.Practice), cancel))
            return;
        var versions = practices.Catalogue.Practices.Where(p => Adopted.Contains(p.Id, StringComparer.Ordinal)).Select(p => new PracticeVersion
        {
            Practice = p.Id, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = p.Version }).ToJson(), PublishedAt = audit.At,
        }).ToList();
        db.PracticeVersions.AddRange(versions);
        await db.SaveAsync(audit, [.. versions.Select(v => new AuditSubject(Entity: "practice-version", EntityId: v.Id, Details: $$"""{"practice":"{{v.Practice}}","number":1}"""))], cancel);
        await FillAsync(versions.ToDictionary(v => v.Practice, StringComparer.Ordinal), cancel);
    }

    private async Task FillAsync(Dictionary<string, PracticeVersion> versions, CancellationToken cancel)
    {
        var homes = await db.Households.Where(h => h.HasArrived).OrderBy(h => h.Reference).ToDictionaryAsync(h => h.Id, cancel);
        var people = (await db.People.Where(p => homes.Keys.Contains(p.HouseholdId)).OrderBy(p => p.CaseRef).ToListAsync(cancel)).ToLookup(p => p.HouseholdId);
        var taken = new HashSet<Guid>();
        var subjects = new List<AuditSubject>();
        foreach (var (practice, weeksAgo) in Lived)
        {
            var builder = await PlanBuilder.LoadAsync(db, practices, law, versions[practice], cancel);
            // One of a household: so many doors are opened, and no need-to-know is given twice.
            var fitting = people.Where(h => !taken.Contains(h.Key)).Select(h => h.FirstOrDefault(p => Fits(builder.Definition, homes[h.Key], [.. h], p))).OfType<Person>();
            foreach (var (index, (person, weeks)) in fitting.Zip(weeksAgo).ToList().Index())
            {
                taken.Add(person.HouseholdId);
                if (builder.Definition.Offer.Consent is { } purpose)
                    db.Consents.Add(new Consent { PersonId = person.Id, Purpose = purpose, GivenOn = Day.AddDays(-7 * weeks), GivenById = person.Id, RegisteredBy = homes[person.HouseholdId].CaseWorkerId ?? Guid.Empty });
                var tasks = Live(builder, homes[person.HouseholdId], [.. people[person.HouseholdId]], person, weeks, seat: index + 1);
                await TaskAccess.GiveAsync(db, person.HouseholdId, tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct(), cancel);
                subjects.Add(new AuditSubject(HouseholdId: person.HouseholdId, PersonId: person.Id, Entity: "plan", EntityId: tasks[0].PlanId));
            }
        }

        await db.SaveAsync(audit, subjects, cancel);
    }

    private DateOnly Day => audit.Day;

    private bool Fits(PracticeDefinition definition, Household household, IReadOnlyList<Person> people, Person person)
    {
        var facts = HouseholdFacts.Of(household, people);
        return definition.Offer.If.Ask(facts, facts.People.Single(p => p.Id == person.Id), Day).Truth == Truth.Yes;
    }

    private IReadOnlyList<PlanTask> Live(PlanBuilder builder, Household household, IReadOnlyList<Person> people, Person person, int weeks, int seat)
    {
        var began = audit.At.AddDays(-7 * weeks);
        var built = builder.Build(household, people, new PlanStart(person.Id) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = TimeZones.DayOf(began) } }, began);
        var plan = built.Plan;
        var isThrough = weeks >= WeeksThrough;
        foreach (var task in built.Tasks.Where(t => isThrough || t.Due < Day))
            (task.State, task.ClosedAt, task.ClosedBy) = (TaskState.Done, task.Due is { } due && due < Day ? due.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc) : audit.At, task.OwnerAccountId);
        if (isThrough)
        {
            (plan.State, plan.EndedAt) = (PlanState.Completed, audit.At.AddDays(-7));
            if (builder.Definition.Outcomes is [var outcome, ..])
                db.PlanOutcomes.Add(new PlanOutcome { PlanId = plan.Id, Outcome = outcome, IsYes = seat % 2 == 1, On = Day.AddDays(-7), ByAccountId = household.ContactPersonId ?? Guid.Empty });
        }
        else if (builder.Definition.Capacity is { Per: CapacityPer.Municipality })
        {
            plan.Seat = seat;
        }

        db.Plans.Add(plan);
        db.PlanTasks.AddRange(built.Tasks);
        return built.Tasks;
    }
}
