using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People;

public sealed class SearchPeopleTests
{
    [Theory]
    [InlineData("yousef")]
    [InlineData("YOUSEF al-khatib")]
    [InlineData("khatib you")]
    [InlineData("UDL-2026-02")]
    [InlineData("h2026-0200")]
    public async Task Search_ByNameInAnyOrderOrReference_Finds(string text)
    {
        foreach (var kind in Enum.GetValues<DatabaseKind>().Where(k => k == DatabaseKind.Sqlite || TestDatabase.PostgresServer is not null))
        {
            await using var town = await Havneby.BuildAsync(kind);
            var person = await town.PersonAsync("Yousef", "Al Khatib", await town.HouseholdAsync("H2026-020002"), also: p => p.CaseRef = "UDL-2026-0200002");
            await town.PersonAsync("Salma", "Sabbagh");
            await using var db = town.Open();

            var found = await SearchPeople.RunAsync(db, Reader.System, Havneby.Now, text, 1, Havneby.Cancel);

            Assert.Equal([person.Id], found.People.Select(p => p.Id));
        }
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Search_OutsideNeedToKnow_IsNeitherShownNorCounted(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var who = Havneby.CaseWorker();
        var seen = await town.PersonAsync("Nour", "Haddad", await town.HouseholdAsync(seenBy: who.AccountId));
        await town.PersonAsync("Nour", "Sabbagh");
        await using var db = town.Open();

        var found = await SearchPeople.RunAsync(db, who, Havneby.Now, "nour", 1, Havneby.Cancel);

        Assert.Equal([seen.Id], found.People.Select(p => p.Id));
        Assert.Equal(1, found.Total);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Search_NameBeforeAMerge_FindsThePersonNow(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var kept = await town.PersonAsync("Mohammed", "Karimi");
        await town.PersonAsync("Mohamad", "Kareemi", also: p => p.MergedIntoId = kept.Id);
        await using var db = town.Open();

        Assert.Equal([kept.Id], (await SearchPeople.RunAsync(db, Reader.System, Havneby.Now, "kareemi", 1, Havneby.Cancel)).People.Select(p => p.Id));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Search_ManyFit_PagesInOrderBeginningsFirst(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var household = await town.HouseholdAsync();
        for (var i = 0; i < 21; i++)
            await town.PersonAsync($"Abdulnour{(char)('a' + i)}", "Haddad", household);
        var begins = await town.PersonAsync("Nour", "Zahra", household);
        await using var db = town.Open();

        var first = await SearchPeople.RunAsync(db, Reader.System, Havneby.Now, "nour", 1, Havneby.Cancel);
        var last = await SearchPeople.RunAsync(db, Reader.System, Havneby.Now, "nour", 99, Havneby.Cancel);

        Assert.Equal((22, 2, begins.Id), (first.Total, first.Pages, first.People[0].Id));
        Assert.Equal((2, 2), (last.Page, last.People.Count));
        Assert.Equal(["Abdulnourt", "Abdulnouru"], last.People.Select(p => p.GivenName));
    }

    [Theory]
    [InlineData("610190-1235", true)]
    [InlineData("6101901235", true)]
    [InlineData("nour 610190 1235", true)]
    [InlineData("UDL-2026-0200002", false)]
    [InlineData("H2026-020002", false)]
    [InlineData("Nour", false)]
    public void LooksLikeCpr_Text_IsKnown(string text, bool expected) => Assert.Equal(expected, SearchPeople.LooksLikeCpr(text));

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task FindByCpr_InvisibleOwner_AnswersAsNobodyAndIsNoted(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var owner = await town.PersonAsync("Nour", "Haddad");
        await town.SaveAsync(db => db.Add(new PersonCpr { PersonId = owner.Id, Number = "6101901235", From = Havneby.Now }));
        await using var db = town.Open();

        var hidden = await FindByCpr.RunAsync(db, Havneby.CaseWorker(), town.Audit("people.search-cpr"), "610190-1235", Havneby.Cancel);
        var shown = await FindByCpr.RunAsync(db, Reader.System, town.Audit("people.search-cpr"), "610190-1235", Havneby.Cancel);

        Assert.Empty(hidden.Value);
        Assert.Equal([owner.Id], shown.Value.Select(p => p.Id));
        var rows = await db.AuditEntries.Where(e => e.Action == "people.search-cpr").OrderBy(e => e.Seq).ToListAsync(Havneby.Cancel);
        Assert.Equal([(owner.Id, "{\"shown\":false}"), (owner.Id, null)], rows.Select(r => (r.PersonId!.Value, r.Details)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Recent_OpenedTwice_StandsOnceNewestFirst(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var (a, b, c) = (await town.PersonAsync("Nour", "Haddad"), await town.PersonAsync("Salma", "Haddad"), await town.PersonAsync("Rami", "Haddad"));
        await using (var reads = new ReadAudit(town.Database.Address, new FakeTimeProvider(new DateTimeOffset(Havneby.Now))))
        {
            foreach (var opened in new[] { a, b, a })
                await reads.PersonAsync(Reader.System.AccountId, "people.read", opened.Id, opened.HouseholdId, Havneby.Cancel);
            await reads.PersonAsync(Guid.CreateVersion7(), "people.read", c.Id, c.HouseholdId, Havneby.Cancel);
        }

        await using var db = town.Open();
        Assert.Equal([a.Id, b.Id], (await RecentPeople.ListAsync(db, Reader.System, Havneby.Now.AddMinutes(3), Havneby.Cancel)).Select(p => p.Id));
        Assert.Empty(await RecentPeople.ListAsync(db, Reader.System, Havneby.Now.AddDays(31), Havneby.Cancel));
    }
}
