using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Pairs;

/// <summary>Who looks for a volunteer, with what is known of them and which conditions of the practice do not hold.</summary>
/// <param name="People">Whom the plan is for; of a household all.</param>
/// <param name="Unfit">Conditions that say no, or whose facts are not known.</param>
public sealed record Seeking(PairSeekerFacts Facts, Plan Plan, Household Household, IReadOnlyList<Person> People, PairWish? Wish, IReadOnlyList<Answer> Unfit);

/// <summary>Reads who looks for a volunteer in a practice, and who can be proposed.</summary>
public static class ReadPairs
{
    /// <summary>Running plans that no pair holds, who is to be proposed first on top.</summary>
    public static async Task<IReadOnlyList<Seeking>> SeekersAsync(VejviserDb db, PairPractice practice, EffectivePractices practices, DateOnly day, CancellationToken cancel)
    {
        var seekers = await OfAsync(db, practice, practices, db.Plans.Where(p => p.Practice == practice.Id && p.State == PlanState.Running && !db.VolunteerPairs.Any(v => v.HeldPlanId == p.Id)), day, cancel);
        return [.. seekers.OrderBy(s => s.Facts.ProposeBy is null).ThenBy(s => s.Facts.ProposeBy).ThenByDescending(s => s.Facts.DaysWaited).ThenBy(s => s.Facts.PlanId)];
    }

    /// <summary>Those of some plans.</summary>
    public static async Task<IReadOnlyList<Seeking>> OfAsync(VejviserDb db, PairPractice practice, EffectivePractices practices, IQueryable<Plan> asked, DateOnly day, CancellationToken cancel)
    {
        var plans = await asked.AsNoTracking().ToListAsync(cancel);
        var (ids, homes) = (plans.ConvertAll(p => p.Id), plans.Select(p => p.HouseholdId).Distinct().ToList());
        var households = await db.Households.AsNoTracking().Where(h => homes.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        var personal = plans.Select(p => p.PersonId).OfType<Guid>().ToList();
        // Who moved keeps their plan: the person is found by their own id, wherever they live now.
        var people = await db.People.AsNoTracking().Where(p => (homes.Contains(p.HouseholdId) || personal.Contains(p.Id)) && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.BirthDate).ThenBy(p => p.Id).ToListAsync(cancel);
        var (byHome, known) = (people.ToLookup(p => p.HouseholdId), people.ConvertAll(p => p.Id));
        var said = await SaidReader.OfAsync(db, people, cancel);
        var further = (await db.PersonLanguages.AsNoTracking().Where(l => known.Contains(l.PersonId) && l.Level >= Proficiency.Basic).ToListAsync(cancel)).ToLookup(l => l.PersonId, l => l.Language);
        var wishes = await db.PairWishes.AsNoTracking().Include(w => w.Industries).Where(w => ids.Contains(w.PlanId)).ToDictionaryAsync(w => w.PlanId, cancel);
        var towns = await db.Towns.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, cancel);
        var dues = (await db.PlanTasks.AsNoTracking().Where(t => ids.Contains(t.PlanId) && t.Step == practice.ProposedStep).Select(t => new { t.PlanId, t.Due }).ToListAsync(cancel)).ToLookup(t => t.PlanId, t => t.Due);
        var found = new List<Seeking>();
        foreach (var plan in plans)
        {
            var home = households[plan.HouseholdId];
            var theirs = plan.PersonId is { } one ? [.. people.Where(p => p.Id == one)] : byHome[plan.HouseholdId].ToList();
            if (theirs.Count == 0)
                continue;
            var definition = await practices.OfAsync(db, plan.PracticeVersionId, cancel);
            var unfit = Unfit(definition, home, byHome[theirs[0].HouseholdId], theirs, said, plan.PersonId is not null, day);
            var wish = wishes.GetValueOrDefault(plan.Id);
            var facts = new PairSeekerFacts(
                plan.Id, plan.PersonId is { } person ? CaseLabels.OfPerson(person, theirs[0].CaseRef) : CaseLabels.OfHousehold(home.Id, home.Reference), unfit.Count == 0, HasAgreed(theirs, plan.PersonId is not null, said, day), wish?.TownId is { } town ? towns.GetValueOrDefault(town) : null,
                theirs[0].Language, [.. theirs.SelectMany(p => LanguagesOf(p, further[p.Id])).Distinct(StringComparer.Ordinal)], [.. (wish?.Industries ?? []).Select(i => i.Industry).Order(StringComparer.Ordinal)],
                theirs.Count, plan.PersonId is null ? [.. theirs.Select(PersonOf).Where(p => p.IsChild || p.AgeOn(day)?.Youngest < Age.OfMajority).Select(p => p.AgeOn(day)?.Youngest)] : [],
                dues[plan.Id].Min(), Math.Max(0, day.DayNumber - TimeZones.DayOf(plan.StartedAt).DayNumber));
            found.Add(new Seeking(facts, plan, home, theirs, wish, unfit));
        }

        return found;
    }

    /// <summary>Volunteers with a place free.</summary>
    public static async Task<IReadOnlyList<VolunteerFacts>> VolunteersAsync(VejviserDb db, PairPractice practice, PairPolicy policy, CancellationToken cancel) =>
        [.. (await OfAsync(db, practice, policy, db.Volunteers.Where(v => v.Practice == practice.Id && !v.IsWithdrawn && db.PartnerOrganisations.Any(p => p.Id == v.PartnerId && !p.IsClosed)), cancel)).Where(v => v.Free > 0)];

    public static async Task<IReadOnlyList<VolunteerFacts>> OfAsync(VejviserDb db, PairPractice practice, PairPolicy policy, IQueryable<Volunteer> asked, CancellationToken cancel)
    {
        var volunteers = await asked.AsNoTracking().Include(v => v.Towns).Include(v => v.Languages).Include(v => v.Industries).AsSplitQuery().OrderBy(v => v.Name).ThenBy(v => v.Id).ToListAsync(cancel);
        var towns = await db.Towns.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.Name, cancel);
        var pairs = (await db.VolunteerPairs.AsNoTracking().Where(p => p.Practice == practice.Id).Select(p => new { p.VolunteerId, Holds = p.HeldPlanId != null, WasStarted = p.StartOn != null }).ToListAsync(cancel)).ToLookup(p => p.VolunteerId);
        return [.. volunteers.Select(v => new VolunteerFacts(
            v.Id, v.Name, [.. v.Towns.Select(t => towns[t.TownId]).Order(StringComparer.CurrentCulture)], [.. v.Languages.Select(l => l.Language).Order(StringComparer.Ordinal)],
            [.. v.Industries.Where(i => !i.IsNetwork).Select(i => i.Industry).Order(StringComparer.CurrentCulture)], [.. v.Industries.Where(i => i.IsNetwork).Select(i => i.Industry).Order(StringComparer.CurrentCulture)],
            v.HoursAMonth ?? 0, v.HasChildren, CertificateTo(v, practice, policy), Math.Max(0, v.Most - pairs[v.Id].Count(p => p.Holds)), pairs[v.Id].Count(p => p.Holds || p.WasStarted)))];
    }

    /// <summary>The last day a volunteer's certificate holds; null where there is none.</summary>
    public static DateOnly? CertificateTo(Volunteer volunteer, PairPractice practice, PairPolicy policy) =>
        practice.CertificateMonths is { } months && volunteer is { Certificate: CertificateState.Seen, CertificateOn: { } day } ? day.AddMonths(policy[months]) : null;

    internal static async Task<IReadOnlyList<TriedPair>> TriedAsync(VejviserDb db, string practice, CancellationToken cancel) =>
        await db.VolunteerPairs.AsNoTracking().Where(p => p.Practice == practice && p.HeldPlanId == null && p.State != PairState.Lapsed).Select(p => new TriedPair(p.PlanId, p.VolunteerId, p.DeclinedBy == PairParty.Newcomer)).Distinct().ToListAsync(cancel);

    /// <summary>Whether volunteers may know of them: the person agrees, or each grown-up of the household; as <see cref="PairSight"/> asks it in SQL.</summary>
    private static bool HasAgreed(List<Person> people, bool isPerson, IReadOnlyDictionary<Guid, SaidFacts> said, DateOnly day)
    {
        var grownUps = people.Where(p => isPerson || p.Role is not (HouseholdRole.Child or HouseholdRole.Minor) || p.BirthDate <= day.AddYears(-Age.OfMajority)).ToList();
        return grownUps.Count > 0 && grownUps.TrueForAll(p => said[p.Id].Consents.GetValueOrDefault(VolunteerSight.Consent));
    }

    private static IReadOnlyList<Answer> Unfit(PracticeDefinition definition, Household home, IEnumerable<Person> household, List<Person> theirs, IReadOnlyDictionary<Guid, SaidFacts> said, bool isPerson, DateOnly day)
    {
        var facts = HouseholdFacts.Of(home, household, said);
        var verdict = isPerson ? definition.Offer.If.Ask(facts, facts.People.Single(p => p.Id == theirs[0].Id), day) : definition.Offer.If.Ask(facts, day);
        return verdict.Truth == Truth.Yes ? [] : [.. verdict.Answers.Where(a => a.Truth != Truth.Yes).Distinct()];
    }

    private static PersonFacts PersonOf(Person person) => PersonFacts.Of(person);

    private static IEnumerable<string> LanguagesOf(Person person, IEnumerable<string> further) =>
        new[] { person.Language, person.English >= Proficiency.Good ? "en" : null }.OfType<string>().Concat(further);
}
