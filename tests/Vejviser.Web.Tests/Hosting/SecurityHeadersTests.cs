using System.Net;
using Microsoft.AspNetCore.Builder;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Tests.Hosting;

/// <summary>Every answer carries them: a page, a file, a refusal, a failure.</summary>
[Trait("Run", "Quick")]
public sealed class SecurityHeadersTests
{
    [Theory]
    [InlineData("/sign-in", 200)]
    [InlineData("/css/vejviser.css", 200)]
    [InlineData("/favicon.svg", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/", 302)]
    public async Task Answer_ToANobody_CarriesThem(string path, int status)
    {
        await using var app = await VejviserApp.StartAsync();
        var answer = await app.Visit().GetAsync(path);
        Assert.Equal(status, (int)answer.Status);
        AssertHeaders(answer);
    }

    [Fact]
    public async Task Error_MissingForbiddenOrFailed_CarriesThemAndTellsNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        app.Host.MapGet("/fixture/throws", new Func<string>(() => throw new InvalidOperationException("Fatima"))).RequireAuthorization(Permissions.Own);
        app.Host.MapGet("/fixture/closed", () => "open").RequireAuthorization(Permissions.Managers);
        var peter = await app.SignInAsync("peter.lund@havneby.example");

        foreach (var (path, status) in new[] { ("/no-such-page", HttpStatusCode.NotFound), ("/fixture/closed", HttpStatusCode.Forbidden), ("/fixture/throws", HttpStatusCode.InternalServerError) })
        {
            var answer = await peter.GetAsync(path);
            Assert.Equal(status, answer.Status);
            AssertHeaders(answer);
            Assert.DoesNotContain("Fatima", answer.Body, StringComparison.Ordinal);
            Assert.NotNull(answer.Page.QuerySelector("h1"));
        }
    }

    [Fact]
    public async Task ContentSecurityPolicy_OfAPage_AllowsNoInlineScriptAndNoOtherHost()
    {
        await using var app = await VejviserApp.StartAsync();
        var policy = (await app.Visit().GetAsync("/sign-in")).Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    private static void AssertHeaders(PageAnswer answer)
    {
        Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.Equal("same-origin", answer.Headers["Referrer-Policy"]);
        Assert.Contains("Content-Security-Policy", answer.Headers.Keys);
        Assert.DoesNotContain("Server", answer.Headers.Keys);
    }
}
