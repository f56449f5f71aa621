using System.Net;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

public sealed class SignInTests
{
    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_RightPassword_OpensFrontAndIsAudited(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        var mette = await app.SignInAsync("mette.holm@havneby.example");

        var front = await mette.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, front.Status);
        var account = await app.AccountAsync("mette.holm@havneby.example");
        Assert.Equal(account.Id, Assert.Single(await app.AuditAsync("access.sign-in")).ActorId);
    }

    [Fact]
    public async Task Front_NotSignedIn_LeadsToSignIn()
    {
        await using var app = await VejviserApp.StartAsync();
        var answer = await app.Visit().GetAsync("/");
        Assert.Equal("/sign-in?ReturnUrl=%2F", answer.Location);
    }
}
