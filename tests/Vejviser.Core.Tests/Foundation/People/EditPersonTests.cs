using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People;

public sealed class EditPersonTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Edit_Unchanged_WritesNothing(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var person = await town.PersonAsync("Nour", "Haddad", born: new(1990, 3, 12));
        await using var db = town.Open();
        var rows = await db.AuditEntries.CountAsync(Havneby.Cancel);

        var edited = await RunAsync(town, person, person);

        Assert.Empty(edited.Changed);
        Assert.Equal(rows, await db.AuditEntries.CountAsync(Havneby.Cancel));
        Assert.Equal(person.Version, (await db.People.SingleAsync(p => p.Id == person.Id, Havneby.Cancel)).Version);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Edit_Changed_NamesFieldsInTheAuditAndNoFreeText(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var person = await town.PersonAsync("Nour", "Haddad");
        await using var db = town.Open();
        var wanted = await db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Havneby.Cancel);
        (wanted.FamilyName, wanted.Phone, wanted.Basis, wanted.PermitDate) = ("Al-Ṭayyib", "20304050", ResidenceBasis.Quota8, new DateOnly(2026, 2, 1));

        var edited = await RunAsync(town, person, wanted, ("fa", Proficiency.Good));

        Assert.Equal(["family-name", "basis", "permit-date", "phone", "languages"], edited.Changed);
        var row = await db.AuditEntries.OrderBy(e => e.Seq).LastAsync(Havneby.Cancel);
        Assert.Equal("""{"fields":["family-name","basis","permit-date","phone","languages"],"from":{"basis":"Unknown"},"to":{"basis":"Quota8","permit-date":"2026-02-01"}}""", row.Details);
        Assert.Equal(NameFolding.Fold("Nour", "Al-Ṭayyib"), (await db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Havneby.Cancel)).SearchName);
        Assert.Equal(Proficiency.Good, (await db.PersonLanguages.SingleAsync(l => l.PersonId == person.Id, Havneby.Cancel)).Level);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Edit_SavedByAnotherMeanwhile_KeepsTheirsAndTellsWhichFields(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var person = await town.PersonAsync("Nour", "Haddad");
        await using var db = town.Open();
        var first = await db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Havneby.Cancel);
        var second = await db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Havneby.Cancel);
        first.Phone = "11111111";
        second.Phone = "22222222";
        await RunAsync(town, person, first);

        var edited = await RunAsync(town, person, second);

        Assert.True(edited.IsConflict);
        Assert.Equal(["phone"], edited.Conflicts);
        Assert.Equal("11111111", edited.Stored.Phone);
        Assert.Equal("11111111", (await db.People.AsNoTracking().SingleAsync(p => p.Id == person.Id, Havneby.Cancel)).Phone);
    }

    [Theory]
    [InlineData("", "", null, null, "people.name-missing")]
    [InlineData("Nour", "", "2030-01-01", null, "people.birth-in-future")]
    [InlineData("Nour", "", null, 1850, "people.birth-too-early")]
    public void Problem_WrongData_IsRefused(string given, string family, string? born, int? year, string code)
    {
        var wanted = new Person { GivenName = given, FamilyName = family, SearchName = "", BirthDate = born is null ? null : DateOnly.Parse(born, null), BirthYear = year };
        Assert.Equal(code, CheckPerson.Problem(wanted, Havneby.Today)?.Code);
    }

    private static async Task<PersonEdited> RunAsync(Havneby town, Person read, Person wanted, params (string Language, Proficiency Level)[] languages)
    {
        await using var db = town.Open();
        var edit = new PersonEdit(read.Id, read.Version, wanted, languages.ToDictionary(l => l.Language, l => l.Level));
        return (await EditPerson.RunAsync(db, Reader.System, town.Audit("people.edit"), Havneby.Today, edit, Havneby.Cancel)).Value;
    }
}
