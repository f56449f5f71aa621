using System.Net;

namespace Vejviser.Web.Tests.Hosting;

public sealed class HttpsTests
{
    private const string Host = "integration.havneby.example";
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KnownProxy_SaysHttps_IsBelieved()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--Proxy:Known:0", "127.0.0.0/8"]);
        using var answer = await AskAsync(app, "/sign-in", proto: "https");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task UnknownProxy_SaysHttps_IsNotBelieved()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--Proxy:Known:0", "192.0.2.7"]);
        using var answer = await AskAsync(app, "/sign-in", proto: "https");

        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.DoesNotContain("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Required_PlainHttp_LeadsToHttpsButHealthAnswers()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--Https:Required", "true", "--Https:HstsDays", "0"]);
        using var page = await AskAsync(app, "/sign-in");
        using var health = await AskAsync(app, "/health/live");

        Assert.Equal((HttpStatusCode.TemporaryRedirect, $"https://{Host}/sign-in"), (page.StatusCode, page.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Host_NotAmongTheAllowed_IsRefused()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--AllowedHosts", "other.example"]);
        using var answer = await AskAsync(app, "/sign-in");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Request_LargerThanTheLimit_IsRefusedWithItsOwnPage()
    {
        await using var app = await VejviserApp.StartAsync(args: ["--Limits:RequestMegabytes", "1"]);
        // The server answers before the two megabytes are sent.
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new ByteArrayContent(new byte[2 * 1024 * 1024]) };
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Det er for meget på én gang", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(VejviserApp app, string path, string? proto = null)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = Host;
        if (proto is not null)
            request.Headers.Add("X-Forwarded-Proto", proto);
        return await client.SendAsync(request, Cancel);
    }
}
