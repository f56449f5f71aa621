using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;

namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>A practice that somebody could be enrolled in.</summary>
/// <param name="Verdict">The target group's conditions, each with its answer.</param>
/// <param name="PlanId">The plan they are in already, running, resting or in line; null where they are in none.</param>
/// <param name="ConsentMissing">The purpose of a consent that must be in force first; null where none is missing.</param>
/// <param name="PlaceInLine">From 1, where every seat is taken; null where they would begin at once.</param>
public sealed record EnrolChoice(PracticeDefinition Definition, Verdict Verdict, Guid? PlanId, string? ConsentMissing, int? PlaceInLine);

/// <summary>The adopted practices for a person and their household, in the catalogue's order, and how each fits.</summary>
public static class ReadEnrolChoices
{
    /// <param name="personId">Null asks about the household's practices alone.</param>
    public static async Task<IReadOnlyList<EnrolChoice>> RunAsync(
        VejviserDb db, EffectivePractices practices, Guid householdId, Guid? personId, DateOnly today, CancellationToken cancel)
    {
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == householdId, cancel);
        var people = await db.People.AsNoTracking().Where(p => p.HouseholdId == householdId && p.MergedIntoId == null).ToListAsync(cancel);
        var facts = HouseholdFacts.Of(household, people, await SaidReader.OfAsync(db, people, cancel));
        var person = facts.People.SingleOrDefault(p => p.Id == personId);
        var adopted = (await practices.AdoptedAsync(db, cancel)).Values.Where(d => d.For == PracticeFor.Household || person is not null).ToList();
        var running = await db.Plans.AsNoTracking()
            .Where(p => p.HouseholdId == householdId && p.EndedAt == null && (p.PersonId == null || p.PersonId == personId))
            .Select(p => new { p.Practice, p.PersonId, p.Id }).ToDictionaryAsync(p => (p.Practice, p.PersonId), p => p.Id, cancel);
        var lines = await PlacesInLineAsync(db, adopted, cancel);
        return [.. adopted.OrderBy(d => d.ChapterNumber).ThenBy(d => d.Origin.Page).ThenBy(d => d.Id, StringComparer.Ordinal).Select(Choice)];

        EnrolChoice Choice(PracticeDefinition definition)
        {
            var who = definition.For == PracticeFor.Person ? person : null;
            var verdict = who is null ? definition.Offer.If.Ask(facts, today) : definition.Offer.If.Ask(facts, who, today);
            var consenting = who is null ? facts.People : [who];
            var missing = definition.Offer.Consent is { } purpose && !consenting.Any(p => p.Consents.GetValueOrDefault(purpose)) ? purpose : null;
            Guid? plan = running.TryGetValue((definition.Id, who?.Id), out var id) ? id : null;
            return new EnrolChoice(definition, verdict, plan, missing, lines.GetValueOrDefault(definition.Id));
        }
    }

    /// <summary>Where who comes now would stand, for practices whose seats are all taken.</summary>
    private static async Task<Dictionary<string, int?>> PlacesInLineAsync(VejviserDb db, IEnumerable<PracticeDefinition> adopted, CancellationToken cancel)
    {
        var seats = adopted.Where(d => d.Capacity is { Per: CapacityPer.Municipality }).ToDictionary(d => d.Id, d => d.Capacity!.Seats.Value);
        var limited = seats.Keys.ToList();
        var waiting = await db.Plans.Where(p => limited.Contains(p.Practice) && p.State == PlanState.Waiting)
            .GroupBy(p => p.Practice).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var taken = await db.Plans.Where(p => limited.Contains(p.Practice) && p.EndedAt == null && p.Seat != null)
            .GroupBy(p => p.Practice).Select(g => new { g.Key, Count = g.Count(), Highest = g.Max(p => p.Seat) }).ToDictionaryAsync(g => g.Key, cancel);
        var places = new Dictionary<string, int?>();
        foreach (var (practice, most) in seats)
        {
            var inLine = waiting.GetValueOrDefault(practice);
            var held = taken.GetValueOrDefault(practice);
            // Who sits beyond the last seat, since there were more of them once, takes none of those there are.
            var count = held?.Highest > most ? await db.Plans.CountAsync(p => p.Practice == practice && p.EndedAt == null && p.Seat <= most, cancel) : held?.Count ?? 0;
            places[practice] = inLine > 0 || count >= most ? inLine + 1 : null;
        }

        return places;
    }
}
