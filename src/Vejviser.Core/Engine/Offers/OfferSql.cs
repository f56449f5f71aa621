using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Offers;

/// <summary>A person with their household: what the conditions of a practice for a person are asked of.</summary>
internal sealed class PersonAtHome
{
    public required Person Person { get; init; }

    public required Household Household { get; init; }
}

/// <summary>
/// All the conditions of an offer as SQL. It answers as <see cref="StepConditions"/> does when it explains itself; a test holds the two together.
/// </summary>
internal sealed class OfferSql(VejviserDb db, DateOnly day)
{
    private readonly PersonConditionSql people = new(db, day);
    private readonly HouseholdConditionSql households = new(db, day);

    /// <summary>People with their households; who is merged into another is nobody.</summary>
    public IQueryable<PersonAtHome> People =>
        from p in db.People
        join h in db.Households on p.HouseholdId equals h.Id
        where p.MergedIntoId == null
        select new PersonAtHome { Person = p, Household = h };

    /// <summary>Households with somebody in them.</summary>
    public IQueryable<Household> Households => db.Households.Where(households.Somebody().Sure);

    public SqlTruth<PersonAtHome> ForPerson(StepConditions conditions) => conditions.All.Aggregate(SqlTruth<PersonAtHome>.Always, (all, c) => all.And(c switch
    {
        Condition.AboutHousehold about => households.Of(about).Of<PersonAtHome>(x => x.Household),
        Condition.Basis basis => PersonConditionSql.Basis(basis).Of<PersonAtHome>(x => x.Person),
        _ => people.Of((Condition.AboutPerson)c).Of<PersonAtHome>(x => x.Person),
    }));

    /// <summary>What is said of the household holds, and one of its people fits all that is said of a person.</summary>
    public SqlTruth<Household> ForHousehold(StepConditions conditions)
    {
        var about = conditions.All.Where(c => c is not Condition.AboutPerson)
            .Select(c => c is Condition.Basis basis ? HouseholdConditionSql.Basis(basis) : households.Of((Condition.AboutHousehold)c))
            .Aggregate(SqlTruth<Household>.Always, (all, c) => all.And(c));
        var personal = conditions.All.OfType<Condition.AboutPerson>().Select(people.Of).ToList();
        return personal.Count == 0 ? about : about.And(households.Somebody(personal.Aggregate((all, c) => all.And(c))));
    }
}
