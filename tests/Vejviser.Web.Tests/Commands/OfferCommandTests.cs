using System.Text.Json;
using Vejviser.Testing;
using Vejviser.Web.Tests.Foundation.People;
using static Vejviser.Web.Tests.Engine.Offers.OfferTown;

namespace Vejviser.Web.Tests.Commands;

public sealed class OfferCommandTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task WhoAndWhy_TellTheSame(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.AdoptAsync(Bridge);
        var person = await app.AddAsync(also: p => { NewInDenmark(p); p.CaseRef = "UDL-9"; });

        var who = await CommandRun.RunAsync(["offer", "who", Bridge, "--as-of", "2026-03-02", "--json", "--database", app.Database.Database]);
        var why = await CommandRun.RunAsync(["offer", "why", "UDL-9", "--as-of", "2026-03-02", "--json", "--lang", "en", "--database", app.Database.Database]);

        Assert.Equal((0, "", 0, ""), (who.Code, who.Error, why.Code, why.Error));
        var group = JsonDocument.Parse(who.Output).RootElement;
        Assert.Equal((1, 0, true), (group.GetProperty("fits").GetInt32(), group.GetProperty("ask").GetInt32(), group.GetProperty("adopted").GetBoolean()));
        var one = Assert.Single(group.GetProperty("who").EnumerateArray());
        Assert.Equal((person.Id.ToString(), "UDL-9", "fits"), (one.GetProperty("person").GetString(), one.GetProperty("caseRef").GetString(), one.GetProperty("answer").GetString()));
        var fits = JsonDocument.Parse(why.Output).RootElement.GetProperty("practices").EnumerateArray().ToDictionary(p => p.GetProperty("practice").GetString()!);
        Assert.Equal(39, fits.Count);
        Assert.Equal("fits", fits[Bridge].GetProperty("answer").GetString());
        var no = fits["entrepreneur-advice"];
        Assert.Equal("no-fit", no.GetProperty("answer").GetString());
        Assert.Equal("Has not had a business of their own.", Assert.Single(no.GetProperty("because").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(why.Output, (await CommandRun.RunAsync(["offer", "why", person.Id.ToString(), "--as-of", "2026-03-02", "--json", "--lang", "en", "--database", app.Database.Database])).Output);
    }

    [Theory]
    [InlineData("offer who no-such-practice")]
    [InlineData("offer why no-such-person")]
    [InlineData("offer who community-bridge --as-of tomorrow")]
    [InlineData("offer who community-bridge --limit -1")]
    [InlineData("offer who")]
    public async Task WrongUse_IsSaidOnStandardErrorWithTwo(string line)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        var run = await CommandRun.RunAsync([.. line.Split(' '), "--database", database.Database]);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.NotEmpty(run.Error);
    }
}
