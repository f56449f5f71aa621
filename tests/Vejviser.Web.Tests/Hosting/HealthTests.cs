using System.Net;
using Vejviser.Core.Data;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Tests.Hosting;

public sealed class HealthTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ready_MigrationWaits_IsUnavailableUntilItIsRun()
    {
        var folder = Directory.CreateTempSubdirectory("vejviser-health-");
        var address = DatabaseAddress.Parse(Path.Combine(folder.FullName, "empty.db"));
        await File.WriteAllBytesAsync(address.File!, [], Cancel);
        await using var host = VejviserHost.Build(address, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        await host.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancel)).StatusCode);
        using var waiting = await client.GetAsync("/health/ready", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, waiting.StatusCode);
        Assert.Equal("Unhealthy", await waiting.Content.ReadAsStringAsync(Cancel));

        await using (var db = Databases.Open(address))
            await Databases.MigrateAsync(db, Cancel);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready", Cancel)).StatusCode);
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task Ready_DatabaseGone_IsUnavailableAndTheProcessLives()
    {
        var address = DatabaseAddress.Parse(Path.Combine(Directory.CreateTempSubdirectory("vejviser-health-").FullName, "gone.db"));
        await using var host = VejviserHost.Build(address, ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None", "--Logging:LogLevel:Microsoft", "None"]);
        await host.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready", Cancel)).StatusCode);
        Assert.False(File.Exists(address.File));
        await host.StopAsync(Cancel);
    }
}
