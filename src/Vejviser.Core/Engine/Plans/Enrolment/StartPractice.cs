using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Audit;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>
/// Starts another practice for the same person or household, where the municipality has adopted it and it does not run already. From a
/// household into a practice for a person, it starts for each member who surely is in its target group.
/// </summary>
public sealed class StartPractice(EffectivePractices practices, PlanLaw law) : IPlanEffect
{
    public EffectKind Kind => EffectKind.StartPractice;

    public async Task<IReadOnlyCollection<AuditSubject>> ApplyAsync(VejviserDb db, PlanEvent happened, AuditContext audit, CancellationToken cancel)
    {
        var (from, effect) = happened;
        if (await PlanBuilder.LoadAsync(db, practices, law, effect.Practice, cancel) is not { } builder)
            return [PlanChange.Subject(from, ("start", effect.Practice), ("why-not", "not-adopted"))];
        var household = await db.Households.SingleAsync(h => h.Id == from.HouseholdId, cancel);
        var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).ToListAsync(cancel);
        var today = audit.Day;
        var subjects = new List<AuditSubject>();
        foreach (var person in await WhoAsync(db, builder.Definition, from, HouseholdFacts.Of(household, people, await SaidReader.OfAsync(db, people, cancel)), today, cancel))
        {
            var start = new PlanStart(person, PlanSource.Practice, from.Id) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = today } };
            var seat = await Seats.FreeAsync(db, builder.Definition, person ?? household.Id, cancel);
            var plan = await NewPlan.AddAsync(db, builder, household, people, start, seat, happened.All, audit, cancel);
            subjects.Add(PlanChange.Subject(plan, ("practice", effect.Practice), ("version", builder.Version.Number), ("from", from.Practice)));
        }

        return subjects;
    }

    private static async Task<List<Guid?>> WhoAsync(VejviserDb db, PracticeDefinition definition, Plan from, HouseholdFacts household, DateOnly today, CancellationToken cancel)
    {
        var running = await db.Plans.Where(p => p.HouseholdId == from.HouseholdId && p.Practice == definition.Id && p.EndedAt == null).Select(p => p.PersonId).ToListAsync(cancel);
        IEnumerable<Guid?> wanted = definition.For == PracticeFor.Household ? [null]
            : from.PersonId is { } same ? [same]
            : household.People.Where(p => definition.Offer.If.Ask(household, p, today).Truth == Truth.Yes).Select(p => (Guid?)p.Id);
        return [.. wanted.Where(w => !running.Contains(w))];
    }
}
