using System.Net;

namespace Vejviser.Web.Tests.Foundation.People;

/// <summary>What holds for every page about a person: permission, unknown and invisible ids, a merged id leads on.</summary>
[Trait("Run", "Quick")]
public sealed class PersonPagesTests
{
    public static TheoryData<string, string> Pages => new()
    {
        { "edit", "people.data.read" }, { "cpr", "people.data.read" }, { "relations", "people.relations.read" }, { "move", "people.data.read" },
        { "consents", "people.consents.read" }, { "history", "people.history.read" },
    };

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        using var visitor = await app.SignInAsync(Newcomers.FamilyConsultant);
        foreach (var page in new[] { "edit", "cpr", "relations", "move", "history" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"/people/{person.Id}/{page}")).Status);
        foreach (var page in new[] { "/people/duplicates", "/households/new", $"/households/{person.HouseholdId}/add-person", "/audit" })
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(page)).Status);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Get_UnknownInvisibleKnownMerged_AnswersEach(string page, string read)
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        var merged = await app.AddAsync("Yusuf", "Hadad", also: p => p.MergedIntoId = person.Id);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        using var jonas = await app.SignInAsync(Newcomers.JobConsultant);

        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/people/{Guid.CreateVersion7()}/{page}")).Status);
        Assert.StartsWith("/break-glass?person=", (await jonas.GetAsync($"/people/{person.Id}/{page}")).Location!, StringComparison.Ordinal);
        Assert.Equal($"/people/{person.Id}/{page}", (await mette.GetAsync($"/people/{merged.Id}/{page}")).Location);
        var answer = await mette.GetAsync($"/people/{person.Id}/{page}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(answer.Page.QuerySelectorAll("h1"));
        var row = Assert.Single(await app.AuditAsync(read));
        Assert.Equal((person.Id, person.HouseholdId, (await app.AccountAsync(Newcomers.Reception)).Id), (row.PersonId!.Value, row.HouseholdId!.Value, row.ActorId!.Value));
    }
}
