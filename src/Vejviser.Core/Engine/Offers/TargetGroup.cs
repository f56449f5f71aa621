using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <summary>How many have not been offered a practice.</summary>
/// <param name="Fits">All conditions surely hold.</param>
/// <param name="Ask">No condition says no, and something is not known yet.</param>
public sealed record TargetCounts(int Fits, int Ask);

/// <summary>Which part of the target group to read, and of whom.</summary>
/// <param name="OnlyAsk">Those of whom something is not known yet; else those who surely fit.</param>
/// <param name="CaseWorker">Only this employee's households.</param>
/// <param name="Page">From 1.</param>
public sealed record TargetFilter(bool OnlyAsk = false, Guid? CaseWorker = null, int Page = 1)
{
    public const int PageSize = 50;
}

/// <summary>Somebody in the target group; the household itself where the practice is for one.</summary>
/// <param name="OpenAt">The person on whose page the offer is made: a household's head where the practice is for the household.</param>
public sealed record TargetRow(
    Guid OpenAt, Guid HouseholdId, string Household, string? Reference, Guid? PersonId, string? Person, string? CaseRef, DateOnly? BirthDate, int? BirthYear, bool IsProtected,
    string? CaseWorker, DateOnly? ArrivalDate, bool HasArrived)
{
    public Guid Id => PersonId ?? HouseholdId;
}

/// <summary>Somebody in the group: a person, or the household where the practice is for one.</summary>
internal sealed class GroupMember
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>All conditions surely hold; else something is not known yet.</summary>
    public bool IsSure { get; init; }
}

/// <summary>
/// Who is in a practice's target group and has not been offered it: nobody who has, or had, a plan of it or an offer, however it was answered.
/// Found by the database; need-to-know holds for rows and counts, and <see cref="Reader.System"/> counts the whole municipality.
/// A practice by referral proposes nobody from facts: its group is empty.
/// </summary>
public static class TargetGroup
{
    public static async Task<TargetCounts> CountAsync(VejviserDb db, PracticeDefinition practice, Reader who, TargetFilter filter, DateOnly today, DateTime now, CancellationToken cancel)
    {
        if (practice.Offer.IsByReferral)
            return new TargetCounts(0, 0);
        var sql = new OfferSql(db, today);
        if (practice.For == PracticeFor.Person)
        {
            var truth = sql.ForPerson(practice.Offer.If);
            return Counts(await People(db, sql, practice, who, filter, now).Where(truth.Possible).Select(truth.SureIfPossible).GroupBy(s => s).Select(g => new Part(g.Key, g.Count())).ToListAsync(cancel));
        }

        var about = sql.ForHousehold(practice.Offer.If);
        return Counts(await Households(db, sql, practice, who, filter, now).Where(about.Possible).Select(about.SureIfPossible).GroupBy(s => s).Select(g => new Part(g.Key, g.Count())).ToListAsync(cancel));
    }

    /// <summary>Everybody in the group, by name. Put in order here: a database that is to give them in order goes through the index on names and looks everybody up one by one.</summary>
    internal static async Task<IReadOnlyList<GroupMember>> MembersAsync(
        VejviserDb db, PracticeDefinition practice, Reader who, Guid? caseWorker, DateOnly today, DateTime now, CancellationToken cancel)
    {
        if (practice.Offer.IsByReferral)
            return [];
        var (sql, filter) = (new OfferSql(db, today), new TargetFilter(CaseWorker: caseWorker));
        if (practice.For == PracticeFor.Person)
        {
            var truth = sql.ForPerson(practice.Offer.If);
            return InOrder(await People(db, sql, practice, who, filter, now).Where(truth.Possible).Select(truth.Marked(x => x.Person.Id, x => x.Person.SearchName)).ToListAsync(cancel));
        }

        var about = sql.ForHousehold(practice.Offer.If);
        return InOrder(await Households(db, sql, practice, who, filter, now).Where(about.Possible).Select(about.Marked(h => h.Id, h => h.Name)).ToListAsync(cancel));
    }

    private static List<GroupMember> InOrder(List<GroupMember> members)
    {
        members.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name) is var byName and not 0 ? byName : one.Id.CompareTo(other.Id));
        return members;
    }

    /// <summary>Those of them who are still in the part of the group that is asked for, in the order given.</summary>
    public static async Task<IReadOnlyList<TargetRow>> TheseAsync(
        VejviserDb db, PracticeDefinition practice, Reader who, IReadOnlyList<Guid> ids, TargetFilter filter, DateOnly today, DateTime now, CancellationToken cancel)
    {
        var rows = (await Rows(db, practice, who, filter, ids, today, now).ToListAsync(cancel)).ToDictionary(r => r.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>So many of the group by name, from the beginning.</summary>
    public static async Task<IReadOnlyList<TargetRow>> FirstAsync(
        VejviserDb db, PracticeDefinition practice, Reader who, TargetFilter filter, int take, DateOnly today, DateTime now, CancellationToken cancel) =>
        practice.Offer.IsByReferral ? [] : await Rows(db, practice, who, filter, null, today, now).Take(take).ToListAsync(cancel);

    /// <param name="ids">Only these; null for all.</param>
    private static IQueryable<TargetRow> Rows(VejviserDb db, PracticeDefinition practice, Reader who, TargetFilter filter, IReadOnlyList<Guid>? ids, DateOnly today, DateTime now)
    {
        var sql = new OfferSql(db, today);
        if (practice.For == PracticeFor.Person)
        {
            var truth = sql.ForPerson(practice.Offer.If);
            var people = People(db, sql, practice, who, filter, now);
            return (ids is null ? people : people.Where(x => ids.Contains(x.Person.Id))).Where(filter.OnlyAsk ? truth.Unknown : truth.Sure)
                .OrderBy(x => x.Person.SearchName).ThenBy(x => x.Person.Id)
                .Select(x => new TargetRow(
                    x.Person.Id, x.Household.Id, x.Household.Name, x.Household.Reference, x.Person.Id, x.Person.GivenName + " " + x.Person.FamilyName, x.Person.CaseRef, x.Person.BirthDate, x.Person.BirthYear,
                    x.Person.HasProtectedAddress, db.Users.Where(a => a.Id == x.Household.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault(), x.Household.ArrivalDate, x.Household.HasArrived));
        }

        var about = sql.ForHousehold(practice.Offer.If);
        var households = Households(db, sql, practice, who, filter, now);
        return (ids is null ? households : households.Where(h => ids.Contains(h.Id))).Where(filter.OnlyAsk ? about.Unknown : about.Sure)
            .OrderBy(h => h.Name).ThenBy(h => h.Id)
            .Select(h => new TargetRow(
                db.People.Where(p => p.HouseholdId == h.Id && p.MergedIntoId == null).OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => p.Id).FirstOrDefault(), h.Id, h.Name, h.Reference, null, null, null, null, null, db.People.Any(p => p.HouseholdId == h.Id && p.HasProtectedAddress),
                db.Users.Where(a => a.Id == h.CaseWorkerId).Select(a => a.DisplayName).FirstOrDefault(), h.ArrivalDate, h.HasArrived));
    }

    /// <summary>Which of these people, or households, are in the group now: those who fit, and those of whom something is not known.</summary>
    internal static async Task<IReadOnlyList<(Guid HouseholdId, Guid? PersonId)>> AmongAsync(
        VejviserDb db, PracticeDefinition practice, Reader who, IReadOnlyCollection<Guid> ids, DateOnly today, DateTime now, CancellationToken cancel)
    {
        if (practice.Offer.IsByReferral)
            return [];
        var sql = new OfferSql(db, today);
        if (practice.For == PracticeFor.Person)
        {
            var people = await People(db, sql, practice, who, new TargetFilter(), now).Where(sql.ForPerson(practice.Offer.If).Possible)
                .Where(x => ids.Contains(x.Person.Id)).Select(x => new { x.Person.Id, x.Person.HouseholdId }).ToListAsync(cancel);
            return [.. people.Select(p => (p.HouseholdId, (Guid?)p.Id))];
        }

        var households = await Households(db, sql, practice, who, new TargetFilter(), now).Where(sql.ForHousehold(practice.Offer.If).Possible)
            .Where(h => ids.Contains(h.Id)).Select(h => h.Id).ToListAsync(cancel);
        return [.. households.Select(h => (h, (Guid?)null))];
    }

    private static IQueryable<PersonAtHome> People(VejviserDb db, OfferSql sql, PracticeDefinition practice, Reader who, TargetFilter filter, DateTime now)
    {
        var id = practice.Id;
        var people = sql.People;
        if (!who.MayEverywhere(Permissions.PeopleAll))
        {
            var visible = db.Households.VisibleTo(db, who, now).Select(h => h.Id);
            people = people.Where(x => visible.Contains(x.Household.Id));
        }

        if (filter.CaseWorker is { } worker)
            people = people.Where(x => x.Household.CaseWorkerId == worker);
        return people.Where(x => !db.Plans.Any(l => l.Practice == id && l.PersonId == x.Person.Id) && !db.Offers.Any(o => o.Practice == id && o.PersonId == x.Person.Id));
    }

    private static IQueryable<Household> Households(VejviserDb db, OfferSql sql, PracticeDefinition practice, Reader who, TargetFilter filter, DateTime now)
    {
        var id = practice.Id;
        var households = sql.Households.VisibleTo(db, who, now);
        if (filter.CaseWorker is { } worker)
            households = households.Where(h => h.CaseWorkerId == worker);
        return households.Where(h => !db.Plans.Any(l => l.Practice == id && l.HouseholdId == h.Id) && !db.Offers.Any(o => o.Practice == id && o.HouseholdId == h.Id));
    }

    private static TargetCounts Counts(List<Part> parts) => new(parts.FirstOrDefault(p => p.IsSure)?.Count ?? 0, parts.FirstOrDefault(p => !p.IsSure)?.Count ?? 0);

    private sealed record Part(bool IsSure, int Count);
}
