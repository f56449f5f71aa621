using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.People;

/// <summary>People in Havneby to open pages about.</summary>
internal static class Newcomers
{
    public const string Reception = "mette.holm@havneby.example";
    public const string JobConsultant = "jonas.krogh@havneby.example";
    public const string FamilyConsultant = "sofie.bach@havneby.example";
    public const string Manager = "birgit.storm@havneby.example";
    public const string Cpr = "720390-1235";

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Person> AddAsync(this VejviserApp app, string given = "Yousef", string family = "Haddad", Guid? household = null, Action<Person>? also = null)
    {
        await using var db = app.Open();
        var home = household is null ? new Household { Name = $"{given} {family}", CreatedAt = TestDatabase.Start.UtcDateTime } : null;
        if (home is not null)
            db.Households.Add(home);
        var person = new Person
        {
            HouseholdId = household ?? home!.Id, GivenName = given, FamilyName = family, SearchName = NameFolding.Fold(given, family), BirthDate = new DateOnly(1990, 3, 12),
            Role = household is null ? HouseholdRole.Head : HouseholdRole.Child, Note = "to linjer\r\nher", BirthYear = 1990, CreatedAt = TestDatabase.Start.UtcDateTime,
        };
        also?.Invoke(person);
        // Who came to Denmark on a day came home on it too: conditions count from the arrival.
        if (home is not null)
            home.ArrivalDate = person.DenmarkSince;
        db.People.Add(person);
        await db.SaveAsync(new AuditContext(null, "test.add", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "test"), Cancel);
        return person;
    }

    public static async Task GiveCprAsync(this VejviserApp app, Person person, string number = Cpr)
    {
        await using var db = app.Open();
        db.PersonCprs.Add(new PersonCpr { PersonId = person.Id, Number = number.Replace("-", "", StringComparison.Ordinal), IsReplacement = true, From = TestDatabase.Start.UtcDateTime });
        await db.SaveAsync(new AuditContext(null, "test.add", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "test"), Cancel);
    }
}
