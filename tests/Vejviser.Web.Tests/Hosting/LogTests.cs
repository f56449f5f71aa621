using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Hosting;

/// <summary>Logs hold routes, codes and ids; never an address, a search or a name.</summary>
[Trait("Run", "Quick")]
public sealed class LogTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    [Fact]
    public async Task DefaultLevels_OrdinaryDay_LeaveNoLine()
    {
        var lines = await DayAsync([]);
        Assert.Empty(lines.Where(l => l.Contains("Vejviser.Requests", StringComparison.Ordinal)));
        AssertQuiet(lines);
    }

    [Fact]
    public async Task RequestsAtInformation_OrdinaryDay_NameRoutesOnly()
    {
        var lines = await DayAsync(["--Logging:LogLevel:Vejviser.Requests", "Information"]);
        Assert.Contains(lines, l => l.Contains("GET /sign-in 200", StringComparison.Ordinal) || l.Contains("GET sign-in 200", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("/fixture/people/{id} 200", StringComparison.Ordinal));
        AssertQuiet(lines);
    }

    [Fact]
    public async Task AllOfTheFrameworkAtInformation_OrdinaryDay_StillNamesNoSearch()
    {
        var lines = await DayAsync(["--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information"]);
        AssertQuiet(lines);
    }

    [Fact]
    public async Task Failure_Unexpected_IsLoggedOnceWithTheNumberThatThePageShows()
    {
        var log = new CapturedLog();
        await using var app = await VejviserApp.StartAsync(configure: b => b.Logging.SetMinimumLevel(LogLevel.Information).ClearProviders().AddProvider(log));
        app.Host.MapGet("/fixture/throws/{id}", new Func<string>(() => throw new InvalidOperationException("Fatima"))).RequireAuthorization(Permissions.Own);
        var mette = await app.SignInAsync("mette.holm@havneby.example");

        var page = await mette.GetAsync($"/fixture/throws/{Id}?q=Fatima");

        var line = Assert.Single(log.Lines, l => l.Contains("InvalidOperationException", StringComparison.Ordinal));
        var reference = line.Split("reference ")[1].Split('\n')[0].Trim();
        Assert.Contains(reference, page.Body, StringComparison.Ordinal);
        Assert.Contains("GET /fixture/throws/{id} 500", line, StringComparison.Ordinal);
        AssertQuiet(log.Lines);
    }

    private static async Task<IReadOnlyCollection<string>> DayAsync(string[] settings)
    {
        var log = new CapturedLog();
        await using (var app = await VejviserApp.StartAsync(
            DatabaseKind.Sqlite, b => b.Logging.SetMinimumLevel(LogLevel.Information).ClearProviders().AddProvider(log), args: settings))
        {
            app.Host.MapGet("/fixture/people/{id}", () => "here").RequireAuthorization(Permissions.Own);
            var mette = await app.SignInAsync("mette.holm@havneby.example");
            foreach (var path in new[] { $"/fixture/people/{Id}?q=Fatima", "/people?q=Fatima", $"/people/{Id}", "/no-such-page?q=Fatima", "/?q=Fatima", "/access?q=Fatima" })
                await mette.GetAsync(path);
            var stranger = app.Visit();
            var page = await stranger.GetAsync("/sign-in");
            await stranger.SubmitAsync(page.Form("#password-form"), ("Email", "fatima@havneby.example"), ("Password", "not the password"));
        }

        return log.Lines;
    }

    private static void AssertQuiet(IEnumerable<string> lines) => Assert.DoesNotContain(lines, l =>
        l.Contains("Fatima", StringComparison.OrdinalIgnoreCase) || l.Contains("mette", StringComparison.OrdinalIgnoreCase)
        || l.Contains("?q", StringComparison.Ordinal) || l.Contains(Id.ToString(), StringComparison.Ordinal));
}
