using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People;

public sealed class CprOfPersonTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Replace_NewNumber_KeepsTheOldWithItsEnd(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var person = await town.PersonAsync("Nour", "Haddad", born: new(1990, 1, 1));
        await using var db = town.Open();

        var first = await ReplaceCpr.RunAsync(db, Reader.System, town.Audit("people.replace-cpr"), person.Id, "610190-1235", Havneby.Cancel);
        var second = await ReplaceCpr.RunAsync(db, Reader.System, town.Audit("people.replace-cpr"), person.Id, "620190-1237", Havneby.Cancel);

        Assert.True(first.Value.IsReplacement);
        Assert.True(second.Value.BirthDateDiffers);
        var numbers = await db.PersonCprs.AsNoTracking().OrderBy(c => c.From).ToListAsync(Havneby.Cancel);
        Assert.Equal([("6101901235", true), ("6201901237", false)], numbers.Select(c => (c.Number, c.Until is not null)));
        Assert.DoesNotContain(await db.AuditEntries.Select(e => e.Details).ToListAsync(Havneby.Cancel), d => d?.Contains("61019", StringComparison.Ordinal) == true);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Replace_AgainstModulus11OrTakenByAnother_InformsAndTakes(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var other = await town.PersonAsync("Nour", "Haddad");
        await town.SaveAsync(db => db.Add(new PersonCpr { PersonId = other.Id, Number = "6101901235", From = Havneby.Now }));
        var person = await town.PersonAsync("Nour", "Hadad");
        await using var db = town.Open();

        var taken = await ReplaceCpr.RunAsync(db, Reader.System, town.Audit("people.replace-cpr"), person.Id, "6101901235", Havneby.Cancel);

        Assert.Equal((other.Id, CprNumber.Parse("6101901235").Value.FitsModulus11), (taken.Value.OtherPersonId!.Value, taken.Value.FitsModulus11));
        Assert.True(await db.PersonCprs.AnyAsync(c => c.PersonId == person.Id, Havneby.Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Show_EachTime_IsARowOfTheAudit(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var person = await town.PersonAsync("Nour", "Haddad");
        await town.SaveAsync(db => db.Add(new PersonCpr { PersonId = person.Id, Number = "6101901235", From = Havneby.Now }));
        await using var db = town.Open();
        var audit = town.Audit("people.show-cpr");

        // The same form sent twice shows the number twice: both are noted.
        for (var i = 0; i < 2; i++)
            Assert.Equal(["6101901235"], (await ShowCpr.RunAsync(db, Reader.System, audit, person.Id, Havneby.Cancel)).Value.Values);

        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Action == "people.show-cpr" && e.PersonId == person.Id, Havneby.Cancel));
    }

    [Fact]
    public async Task Show_WithoutPermission_IsRefused()
    {
        await using var town = await Havneby.BuildAsync(DatabaseKind.Sqlite);
        var person = await town.PersonAsync("Nour", "Haddad");
        await using var db = town.Open();
        var who = new Reader(Guid.CreateVersion7(), "x", "da", [], new Dictionary<string, IReadOnlySet<Guid>> { [Permissions.PeopleAll] = new HashSet<Guid>() }, null);

        Assert.Equal("people.cpr-forbidden", (await ShowCpr.RunAsync(db, who, town.Audit("people.show-cpr"), person.Id, Havneby.Cancel)).Failure?.Code);
    }
}
