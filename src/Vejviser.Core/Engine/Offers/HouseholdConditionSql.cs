using System.Diagnostics;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <summary>What each condition about a household asks, as SQL. It answers as <see cref="Condition.AboutHousehold"/> does, row for row.</summary>
/// <param name="Db">Where the rows are.</param>
/// <param name="Day">The day it is asked on.</param>
internal sealed record HouseholdConditionSql(VejviserDb Db, DateOnly Day)
{
    private readonly PersonConditionSql people = new(Db, Day);

    private IQueryable<Person> Living => Db.People.Where(p => p.MergedIntoId == null);

    /// <exception cref="UnreachableException">A kind of condition that nobody has written here.</exception>
    public SqlTruth<Household> Of(Condition.AboutHousehold condition) => condition switch
    {
        Condition.Unaccompanied c => As(c.Wanted, Somebody(Living.Where(p => p.IsUnaccompanied))),
        Condition.HasChildren c => As(c.Wanted, Somebody(Living.Where(p => p.Role == HouseholdRole.Child), people.Age(null, Condition.HasChildren.LastYearAsChild))),
        Condition.ChildrenAge c => Somebody(Living.Where(p => p.Role == HouseholdRole.Child || p.Role == HouseholdRole.Minor), people.Age(c.From, c.To)),
        Condition.Single c => As(!c.Wanted, Somebody(Living.Where(p => p.Role == HouseholdRole.Spouse))),
        Condition.Size c => Size(c.From?.Value ?? 0, c.To?.Value ?? int.MaxValue),
        Condition.AtCentre c => As(c.Wanted, SqlTruth<Household>.Known(h => h.Centre != null && !h.HasArrived)),
        Condition.Arrived c => SqlTruth<Household>.Known(h => h.HasArrived == c.Wanted),
        Condition.ArrivalDays c => ArrivalDays(c),
        _ => throw new UnreachableException($"{condition.Code} is not said as SQL."),
    };

    public static SqlTruth<Household> Basis(Condition.Basis c) =>
        new(h => c.AnyOf.Contains(h.Basis), h => c.AnyOf.Contains(h.Basis) || h.Basis == ResidenceBasis.Unknown);

    /// <summary>Whether one of the household's people fits.</summary>
    public SqlTruth<Household> Somebody(SqlTruth<Person> fits) => Somebody(Living, fits);

    public SqlTruth<Household> Somebody() => Somebody(Living);

    private static SqlTruth<Household> Somebody(IQueryable<Person> among, SqlTruth<Person> fits)
    {
        if (fits.IsKnown)
            return Somebody(among.Where(fits.Sure));
        var (sure, possible) = (among.Where(fits.Sure), among.Where(fits.Possible));
        return new(h => sure.Any(p => p.HouseholdId == h.Id), h => possible.Any(p => p.HouseholdId == h.Id));
    }

    private static SqlTruth<Household> Somebody(IQueryable<Person> among) => SqlTruth<Household>.Known(h => among.Any(p => p.HouseholdId == h.Id));

    private static SqlTruth<Household> As(bool wanted, SqlTruth<Household> found) => wanted ? found : found.Not();

    private SqlTruth<Household> Size(int least, int most)
    {
        var living = Living;
        return SqlTruth<Household>.Known(h => living.Count(p => p.HouseholdId == h.Id) >= least && living.Count(p => p.HouseholdId == h.Id) <= most);
    }

    private SqlTruth<Household> ArrivalDays(Condition.ArrivalDays c)
    {
        var (last, first) = (Before(c.From?.Value ?? int.MinValue), Before(c.To?.Value ?? int.MaxValue));
        // By a value that is never null, so that the index on days of arrival, in which most would be found, is left alone (as for a person's age).
        return new(
            h => (h.ArrivalDate ?? last) <= last && (h.ArrivalDate ?? first) >= first && h.ArrivalDate != null,
            h => (h.ArrivalDate ?? last) <= last && (h.ArrivalDate ?? first) >= first);
    }

    /// <summary>The day so many days before, at the calendar's end where that lies beyond it.</summary>
    private DateOnly Before(int days) => DateOnly.FromDayNumber((int)Math.Clamp(Day.DayNumber - (long)days, 0, DateOnly.MaxValue.DayNumber));
}
