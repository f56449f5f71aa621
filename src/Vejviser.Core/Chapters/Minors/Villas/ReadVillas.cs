using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Chapters.Minors.Villas;

/// <summary>The figures, everybody and every villa, and the proposal with what comes second.</summary>
public sealed record VillaBoard(VillaPolicy Policy, VillaTown Town, VillaProposal Proposal);

/// <summary>Reads the villas with those who have a room, and the youths of the practice.</summary>
public static class ReadVillas
{
    private const int DaysInWeek = 7;
    private const int MostWeeks = 5000;

    public static async Task<VillaBoard> RunAsync(VejviserDb db, EffectivePractices practices, DateOnly today, CancellationToken cancel)
    {
        var policy = await PolicyAsync(db, practices, cancel);
        var town = await TownAsync(db, policy, today, cancel);
        return new VillaBoard(policy, town, ProposeVillas.WithPrices(ProposeVillas.Propose(town, policy, cancel), town, policy, cancel));
    }

    public static async Task<VillaPolicy> PolicyAsync(VejviserDb db, EffectivePractices practices, CancellationToken cancel) => VillaPolicy.Of((await practices.InUseAsync(db, VillaPolicy.Practice, cancel))!);

    public static async Task<VillaTown> TownAsync(VejviserDb db, VillaPolicy policy, DateOnly today, CancellationToken cancel)
    {
        var contacts = await db.VillaContacts.AsNoTracking().OrderBy(c => c.Name).ThenBy(c => c.Id).ToListAsync(cancel);
        var youths = await YouthsAsync(db, policy, contacts, today, cancel);
        var given = youths.Where(y => y.Stay is not null).GroupBy(y => y.Stay!.ContactId).ToDictionary(g => g.Key, g => g.Count());
        var open = contacts.Where(c => !c.IsClosed).ToLookup(c => c.VillaId, c => new ContactFacts(c.Id, c.Name, LanguagesOf(c), given.GetValueOrDefault(c.Id), c.AccountId));
        var villas = await db.Villas.AsNoTracking().OrderBy(v => v.Name).ToListAsync(cancel);
        return new VillaTown(youths, villas.ConvertAll(v => new VillaHome(v.Id, v.Name, v.Area, v.Phone, v.Rooms, v.IsClosed, [.. open[v.Id]], [.. youths.Where(y => y.Stay?.VillaId == v.Id)])));
    }

    /// <summary>People who are looked after here: the practice runs for them, or they have a room.</summary>
    public static IQueryable<Person> Youths(VejviserDb db) => db.People.Where(p => p.MergedIntoId == null
        && (db.Plans.Any(x => x.Practice == VillaPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running) || db.VillaStays.Any(s => s.HeldPersonId == p.Id)));

    private static async Task<IReadOnlyList<YouthFacts>> YouthsAsync(VejviserDb db, VillaPolicy policy, IReadOnlyList<VillaContact> contacts, DateOnly today, CancellationToken cancel)
    {
        var people = await Youths(db).AsNoTracking().Select(p => new
        {
            p.Id, p.HouseholdId, p.CaseRef, p.Language, p.BirthDate, p.BirthYear, Home = db.YouthHomes.FirstOrDefault(h => h.PersonId == p.Id), Stay = db.VillaStays.FirstOrDefault(s => s.HeldPersonId == p.Id),
            HasHolder = db.Relations.Any(r => r.OtherPersonId == p.Id && r.Kind == RelationKind.CustodyHolderOf),
            Since = db.Plans.Where(x => x.Practice == VillaPolicy.Practice && x.PersonId == p.Id && x.State == PlanState.Running).Min(x => (DateTime?)x.StartedAt),
            NextGrownUp = db.PlanTasks.Where(t => t.Practice == VillaPolicy.Practice && t.PersonId == p.Id && t.State == TaskState.Open && t.Phase == VillaPolicy.GrownUpPhase && db.Plans.Any(x => x.Id == t.PlanId && x.State == PlanState.Running)).Min(t => t.Due),
            Others = db.PersonLanguages.Where(l => l.PersonId == p.Id && l.Level == Proficiency.Fluent).Select(l => l.Language).ToList(),
        }).ToListAsync(cancel);
        var ties = await db.YouthTies.AsNoTracking().ToListAsync(cancel);
        HashSet<Guid> Tied(Guid person, bool apart) => [.. ties.Where(t => t.IsApart == apart && (t.PersonId == person || t.OtherPersonId == person)).Select(t => t.PersonId == person ? t.OtherPersonId : t.PersonId)];
        var byId = contacts.ToDictionary(c => c.Id);
        return
        [
            .. people.Select(p => new YouthFacts(
                    p.Id, p.HouseholdId, CaseLabels.OfPerson(p.Id, p.CaseRef), p.Language, [.. new[] { p.Language }.OfType<string>().Concat(p.Others).Distinct(StringComparer.Ordinal)], Age.On(today, p.BirthDate, p.BirthYear),
                    p.BirthDate?.AddYears(policy.GrownUpAge), p.Home?.AssessedOn, p.Home?.Fits ?? false, p.HasHolder || p.Home?.CustodyHolder is not null || p.BirthDate?.AddYears(policy.GrownUpAge) <= today, p.Home?.CustodyHolder, p.Since is { } since ? TimeZones.DayOf(since) : today,
                    p.Since is { } began ? Math.Clamp((today.DayNumber - TimeZones.DayOf(began).DayNumber) / DaysInWeek, 0, MostWeeks) : 0, p.Home?.WishedVillaId, Tied(p.Id, apart: false), Tied(p.Id, apart: true), p.Home?.ChosenVillaId, p.Home?.ChosenReason,
                    p.Stay is { } stay ? Of(stay, byId[stay.ContactId], p.Language, p.NextGrownUp) : null))
                .OrderBy(y => y.Since).ThenBy(y => y.Label, StringComparer.Ordinal),
        ];
    }

    private static StayFacts Of(VillaStay stay, VillaContact contact, string? tongue, DateOnly? nextGrownUp) => new(
        stay.Id, stay.VillaId, contact.Id, contact.Name, tongue is not null && LanguagesOf(contact).Contains(tongue, StringComparer.Ordinal), stay.DecidedOn, stay.MovedInOn, stay.LeaseOn, nextGrownUp);

    private static IReadOnlyList<string> LanguagesOf(VillaContact contact) => contact.OtherLanguage is { } other && other != contact.Language ? [contact.Language, other] : [contact.Language];
}
