using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Foundation.People;

public sealed class ConsentTests
{
    private const string Health = "health-information-to-doctor";

    [Theory]
    [InlineData("2011-03-02", null, ConsentGiver.Person)]
    [InlineData("2011-03-03", null, ConsentGiver.CustodyHolder)]
    [InlineData(null, 2010, ConsentGiver.Person)]
    [InlineData(null, 2011, ConsentGiver.Ask)]
    [InlineData(null, 2012, ConsentGiver.CustodyHolder)]
    [InlineData(null, null, ConsentGiver.Ask)]
    public void On_AgeKnownOrNot_SaysWhoDecidesAtFifteen(string? born, int? year, ConsentGiver expected)
    {
        var person = new Person { GivenName = "", FamilyName = "", SearchName = "", BirthDate = born is null ? null : DateOnly.Parse(born, null), BirthYear = year };
        Assert.Equal(expected, DecideConsentGiver.On(person, Havneby.Today, 15));
    }

    [Theory]
    [InlineData(Health, "2009-01-05", false, false, "people.consent-tell-custody-holder")]
    [InlineData(Health, "2009-01-05", false, true, null)]
    [InlineData(Health, "2009-01-05", true, true, "people.consent-person-decides")]
    [InlineData(Health, "2014-01-05", false, false, "people.consent-custody-holder-decides")]
    [InlineData(Health, "2014-01-05", true, false, null)]
    [InlineData(Health, "1990-01-05", false, false, null)]
    [InlineData(Health, null, false, false, "people.consent-ask-age")]
    [InlineData("contact-by-volunteers", "2009-01-05", false, true, "people.consent-custody-holder-decides")]
    [InlineData("contact-by-volunteers", "2009-01-05", true, false, null)]
    [InlineData("something-else", "1990-01-05", false, false, "people.consent-purpose-unknown")]
    public async Task Give_ByWhomTheLawLets_IsTaken(string purpose, string? born, bool byCustodyHolder, bool isTold, string? refused)
    {
        await using var town = await Havneby.BuildAsync(DatabaseKind.Sqlite);
        var person = await town.PersonAsync("Nour", "Haddad", born: born is null ? null : DateOnly.Parse(born, null));
        await using var db = town.Open();
        var input = new ConsentGiven(person.Id, purpose, Havneby.Today, null, byCustodyHolder ? "Rana Haddad" : null, null, isTold);

        var given = await GiveConsent.RunAsync(db, Havneby.Law, Havneby.Purposes, Reader.System, town.Audit("people.give-consent"), Havneby.Today, input, Havneby.Cancel);

        Assert.Equal(refused, given.Failure?.Code);
        Assert.Equal(refused is null ? 1 : 0, await db.Consents.CountAsync(Havneby.Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Withdraw_Given_EndsItAndANewOneCanBeGiven(DatabaseKind kind)
    {
        await using var town = await Havneby.BuildAsync(kind);
        var person = await town.PersonAsync("Nour", "Haddad", born: new(1990, 1, 1));
        await using var db = town.Open();
        var input = new ConsentGiven(person.Id, Health, Havneby.Today.AddDays(-9), null, null, null, false);
        Task<Vejviser.Core.Foundation.Common.Result<Guid>> GiveAsync() =>
            GiveConsent.RunAsync(db, Havneby.Law, Havneby.Purposes, Reader.System, town.Audit("people.give-consent"), Havneby.Today, input, Havneby.Cancel);
        var first = await GiveAsync();
        Assert.Equal("people.consent-already-given", (await GiveAsync()).Failure?.Code);

        var tooEarly = await WithdrawConsent.RunAsync(db, Reader.System, town.Audit("people.withdraw-consent"), Havneby.Today, person.Id, first.Value, Havneby.Today.AddDays(-10), person.Id, Havneby.Cancel);
        var withdrawn = await WithdrawConsent.RunAsync(db, Reader.System, town.Audit("people.withdraw-consent"), Havneby.Today, person.Id, first.Value, Havneby.Today, person.Id, Havneby.Cancel);

        Assert.Equal("people.consent-withdrawn-when", tooEarly.Failure?.Code);
        Assert.True(withdrawn.IsSuccess);
        Assert.Equal(Havneby.Today, (await db.Consents.AsNoTracking().SingleAsync(Havneby.Cancel)).WithdrawnOn);
        Assert.True((await GiveAsync()).IsSuccess);
    }

    [Fact]
    public void Purposes_OfTheLaw_AllHaveTexts() => Assert.Subset(Havneby.Purposes.All.ToHashSet(), new HashSet<string> { Health, "health-result-to-coordinating-department", "health-result-to-own-doctor" });
}
