using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Tests.Hosting;

public sealed class TracesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_AddressIsSet_ArriveWithRoutesAndWithoutAddresses()
    {
        await using var collector = await Collector.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite, TestContent.Demo);
        var id = Guid.CreateVersion7();
        await using (var host = VejviserHost.Build(database.Address, ["--urls", "http://127.0.0.1:0", "--OpenTelemetry:Endpoint", collector.Address, "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "None"]))
        {
            host.MapGet("/fixture/people/{id}", () => "here").RequireAuthorization(Permissions.Own);
            await host.StartAsync(Cancel);
            using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
            await client.GetAsync($"/fixture/people/{id}?q=Fatima", Cancel);
            await client.GetAsync("/sign-in?returnUrl=%2Fpeople%2FFatima", Cancel);
            await client.GetAsync("/health/live", Cancel);
            await host.StopAsync(Cancel);
        }

        var traces = Assert.Contains("/v1/traces", collector.Received);
        Assert.Contains("vejviser", traces, StringComparison.Ordinal);
        Assert.Contains("http.route", traces, StringComparison.Ordinal);
        Assert.Contains("fixture/people/{id}", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("health", traces, StringComparison.Ordinal);
        Assert.Contains("/v1/metrics", collector.Received.Keys);
        Assert.All(collector.Received.Values, sent =>
        {
            Assert.DoesNotContain(id.ToString(), sent, StringComparison.Ordinal);
            Assert.DoesNotContain("Fatima", sent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Traces_NoAddress_AreNotMade()
    {
        await using var app = await VejviserApp.StartAsync();
        Assert.Null(app.Host.Services.GetService<TracerProvider>());
        Assert.Null(app.Host.Services.GetService<MeterProvider>());
    }

    /// <summary>Where traces are sent in a real house, made small: it keeps what it gets as text.</summary>
    private sealed class Collector(WebApplication server) : IAsyncDisposable
    {
        public ConcurrentDictionary<string, string> Received { get; } = new(StringComparer.Ordinal);

        public string Address => server.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            await collector.BeginAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => server.DisposeAsync();

        private Task BeginAsync()
        {
            server.MapPost("/{**path}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body, Cancel);
                Received.AddOrUpdate(request.Path, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
            });
            return server.StartAsync(Cancel);
        }
    }
}
