using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Core.Engine.Offers;

/// <summary>Whose open offers to list.</summary>
public enum OfferWhose
{
    /// <summary>Offered by the reader, or to households they are case worker or contact person of.</summary>
    Mine = 0,

    /// <summary>Offered by somebody in one of the reader's units, or to households a unit of theirs works with.</summary>
    Unit,

    /// <summary>All that the reader may see.</summary>
    All,
}

/// <summary>An offer as lists show it.</summary>
/// <param name="OpenAt">The person on whose page it is answered: the household's head where it is the household's; null where nobody is left.</param>
/// <param name="Name">The person's, or the household's where the practice is for one.</param>
/// <param name="By">Who offered it.</param>
public sealed record OfferLine(
    Guid Id, string Practice, Guid? OpenAt, Guid HouseholdId, Guid? PersonId, string Name, string? Reference, bool IsProtected, DateOnly OfferedOn, string? By,
    OfferAnswer Answer, DateOnly? AnsweredOn, string? Reason, DateOnly? RemindOn, Guid? PlanId)
{
    /// <summary>Waits for an answer, for the day to ask again, or, after a yes, for what it needs to begin.</summary>
    public bool IsOpen => Answer is OfferAnswer.None or OfferAnswer.Later || (Answer == OfferAnswer.Yes && PlanId is null);

    public bool IsDueOn(DateOnly today) => IsOpen && RemindOn <= today;
}

/// <summary>Offers that are not settled, those to be asked about first; counts under the same rule.</summary>
public static class OfferList
{
    public const int PageSize = 50;

    /// <summary>The filter of the indexes that hold who is to be asked, in SQL.</summary>
    public const string OpenSql = "answer IN (0, 3) OR (answer = 1 AND plan_id IS NULL)";

    /// <param name="page">From 1.</param>
    /// <returns>One row more than <see cref="PageSize"/> is the sign of a next page.</returns>
    public static async Task<IReadOnlyList<OfferLine>> OpenAsync(VejviserDb db, Reader who, OfferWhose whose, string? practice, int page, DateTime now, CancellationToken cancel)
    {
        var open = db.Offers.AsNoTracking().Where(o => o.Answer == OfferAnswer.None || o.Answer == OfferAnswer.Later || (o.Answer == OfferAnswer.Yes && o.PlanId == null)).VisibleTo(db, who, now);
        if (practice is not null)
            open = open.Where(o => o.Practice == practice);
        var shown = Of(db, open, who, whose).OrderBy(k => k.RemindOn == null).ThenBy(k => k.RemindOn).ThenBy(k => k.OfferedOn).ThenBy(k => k.Id).Skip((page - 1) * PageSize).Take(PageSize + 1);
        var lines = await Lines(db, shown.Join(db.Offers, k => k.Id, o => o.Id, (_, o) => o)).ToListAsync(cancel);
        return [.. lines.OrderBy(o => o.RemindOn is null).ThenBy(o => o.RemindOn).ThenBy(o => o.OfferedOn).ThenBy(o => o.Id)];
    }

    /// <summary>All offers to a person and their household, newest first.</summary>
    public static async Task<IReadOnlyList<OfferLine>> OfAsync(VejviserDb db, Guid personId, Guid householdId, CancellationToken cancel) =>
        await Lines(db, db.Offers.Where(o => o.PersonId == personId || (o.PersonId == null && o.HouseholdId == householdId)).OrderByDescending(o => o.OfferedOn).ThenByDescending(o => o.Id)).ToListAsync(cancel);

    /// <summary>What decides the order, and no more: an index of what is open holds it.</summary>
    private static IQueryable<Key> Of(VejviserDb db, IQueryable<Offer> open, Reader who, OfferWhose whose)
    {
        var (account, units) = (who.AccountId, who.UnitIds.ToList());
        switch (whose)
        {
            case OfferWhose.Mine:
                var households = db.Households.Where(h => h.CaseWorkerId == account || h.ContactPersonId == account).Select(h => h.Id);
                return Either(o => o.OfferedBy == account, o => o.OfferedBy != account && households.Contains(o.HouseholdId));
            case OfferWhose.Unit:
                var members = db.UnitMembers.Where(m => units.Contains(m.UnitId)).Select(m => m.AccountId);
                var theirs = db.HouseholdAccesses.Where(a => a.UnitId != null && units.Contains(a.UnitId.Value)).Select(a => a.HouseholdId);
                return Either(o => members.Contains(o.OfferedBy), o => !members.Contains(o.OfferedBy) && theirs.Contains(o.HouseholdId));
            default:
                return Keys(open);
        }

        // Each by its own index: SQLite reads every offer where the two stand in one condition.
        IQueryable<Key> Either(Expression<Func<Offer, bool>> one, Expression<Func<Offer, bool>> other) => Keys(open.Where(one)).Concat(Keys(open.Where(other)));

        static IQueryable<Key> Keys(IQueryable<Offer> offers) => offers.Select(o => new Key { Id = o.Id, RemindOn = o.RemindOn, OfferedOn = o.OfferedOn });
    }

    private static IQueryable<OfferLine> Lines(VejviserDb db, IQueryable<Offer> offers) =>
        from o in offers
        join h in db.Households on o.HouseholdId equals h.Id
        join x in db.People on o.PersonId equals (Guid?)x.Id into people
        from p in people.DefaultIfEmpty()
        select new OfferLine(
            o.Id, o.Practice, o.PersonId ?? db.People.Where(m => m.HouseholdId == h.Id && m.MergedIntoId == null).OrderBy(m => m.Role).ThenBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefault(),
            h.Id, o.PersonId, p == null ? h.Name : p.GivenName + " " + p.FamilyName, p == null ? h.Reference : p.CaseRef,
            p == null ? db.People.Any(m => m.HouseholdId == h.Id && m.HasProtectedAddress) : p.HasProtectedAddress, o.OfferedOn,
            db.Users.Where(a => a.Id == o.OfferedBy).Select(a => a.DisplayName).FirstOrDefault(), o.Answer, o.AnsweredOn, o.Reason, o.RemindOn, o.PlanId);

    private sealed class Key
    {
        public Guid Id { get; init; }

        public DateOnly? RemindOn { get; init; }

        public DateOnly OfferedOn { get; init; }
    }
}
