using System.Text.Json;
using System.Text.RegularExpressions;
using Vejviser.Testing;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Tests.Hosting;

/// <summary>The settings file as <c>docs/operations.md</c> shows it.</summary>
public sealed partial class SettingsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs/operations.md"));

    [Fact]
    public async Task Example_OfTheManual_StartsTheServer()
    {
        var settings = Flat(JsonDocument.Parse(Example().Match(Page).Groups["json"].Value).RootElement, "")
            .Where(s => !s.Key.StartsWith("Database:", StringComparison.Ordinal) && s.Key is not ("Urls" or "OpenTelemetry:Endpoint") && !s.Key.StartsWith("Kestrel:", StringComparison.Ordinal))
            .SelectMany(s => new[] { $"--{s.Key}", s.Value }).ToArray();
        await using var app = await VejviserApp.StartAsync(args: settings);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        request.Headers.Host = app.Host.Configuration["AllowedHosts"];
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public void Example_OfTheManual_HasEachSettingOfTheTable()
    {
        var shown = Flat(JsonDocument.Parse(Example().Match(Page).Groups["json"].Value).RootElement, "").Select(s => Regex.Replace(s.Key, @":\d+$", "")).ToHashSet(StringComparer.Ordinal);
        var explained = Row().Matches(Page).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(explained);
        Assert.Empty(shown.Except(explained, StringComparer.Ordinal));
    }

    [Fact]
    public void Proxy_ThatIsNoAddress_IsNamed()
    {
        var error = Assert.Throws<SettingsException>(() => VejviserHost.Build(Core.Data.DatabaseAddress.Parse("x.db"), ["--Proxy:Known:0", "the proxy"]).Services.GetService(typeof(object)));
        Assert.Equal("the proxy", error.Failure.Values["value"]);
    }

    [Fact]
    public void Read_NothingSet_HasTheProductsOwnAnswers() => Assert.Equal("http://127.0.0.1:5080", VejviserSettings.Read()["Urls"]);

    [Fact]
    public void Read_TheLine_IsTheStrongest() => Assert.Equal("http://127.0.0.1:1", VejviserSettings.Read("--Urls", "http://127.0.0.1:1")["Urls"]);

    private static IEnumerable<KeyValuePair<string, string>> Flat(JsonElement element, string key) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Flat(p.Value, key.Length == 0 ? p.Name : $"{key}:{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Flat(e, $"{key}:{i}")),
        _ => [KeyValuePair.Create(key, element.ToString())],
    };

    [GeneratedRegex(@"```json\n(?<json>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `(?<name>[A-Za-z:.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
