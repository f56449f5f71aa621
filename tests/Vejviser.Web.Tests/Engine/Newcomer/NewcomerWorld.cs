using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Newcomer;

/// <summary>The demo municipality with its people, and the newcomer whose link and code everybody knows.</summary>
internal sealed class NewcomerWorld : IAsyncDisposable
{
    private NewcomerWorld(VejviserApp app) => App = app;

    public VejviserApp App { get; }

    public Person Me { get; private set; } = null!;

    public static async Task<NewcomerWorld> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var app = await VejviserApp.StartWithPeopleAsync(kind);
        await using var db = app.Open();
        return new NewcomerWorld(app) { Me = await db.People.AsNoTracking().SingleAsync(p => db.NewcomerAccesses.Any(a => a.PersonId == p.Id), TestContext.Current.CancellationToken) };
    }

    /// <summary>In by the letter's link and code, with the page in Danish unless told.</summary>
    public async Task<Visitor> SignInAsync(string language = "da")
    {
        var visitor = App.Visit();
        visitor.Cookies.Add(new System.Net.Cookie("vejviser.my.language", language, "/my", App.Address.Host));
        var page = await visitor.GetAsync($"/my/sign-in/{DemoNewcomer.Link}");
        var answer = await visitor.SubmitAsync(page.Form(), ("code", DemoNewcomer.Code));
        Assert.Equal("/my/road", answer.Location);
        return visitor;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
