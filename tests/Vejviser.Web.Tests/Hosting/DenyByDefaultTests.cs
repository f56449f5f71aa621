using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Vejviser.Core.Foundation.Access;

namespace Vejviser.Web.Tests.Hosting;

/// <summary>Nothing answers without naming the permission that opens it (ADR 0008). What is open to all stands here by name.</summary>
public sealed class DenyByDefaultTests
{
    /// <summary>Open to somebody who has not signed in: nothing of these shows a person.</summary>
    private static readonly HashSet<string> OpenToAll = new(StringComparer.Ordinal)
    {
        "sign-in", "sign-in/code", "sign-in/municipality", "sign-in/municipality/return", "error/{code:int}", "language", "accessibility", "help", "help/{page?}", "health/live", "health/ready", "calendar/{token}.ics",
        "my/sign-in/{link?}", "my/sign-in/mitid", "my/sign-in/mitid/{outcome}", "my/sign-out", "my/language", "become-a-host/{done?}", "host/sign-in/{link?}", "host/sign-out",
    };

    /// <summary>The framework's own answer for files of a build that are not served: it names nothing, so nobody gets it.</summary>
    private const string ClosedFallback = "{**path:file}";

    [Fact]
    public async Task EveryEndpoint_NamesItsPermission()
    {
        await using var app = await VejviserApp.StartAsync();
        var endpoints = EndpointsOf(app.Host);
        Assert.NotEmpty(endpoints);
        Assert.Empty(endpoints.Select(Fault).OfType<string>());
    }

    [Fact]
    public async Task EndpointWithoutPolicy_IsFoundAndClosed()
    {
        await using var app = await VejviserApp.StartAsync();
        app.Host.MapGet("/fixture/no-policy", () => "open");
        app.Host.MapGet("/fixture/unknown-permission", () => "open").RequireAuthorization("people.reed");
        app.Host.MapGet("/fixture/open", () => "open").AllowAnonymous();

        var faults = EndpointsOf(app.Host).Select(Fault).OfType<string>().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["fixture/no-policy: names no permission", "fixture/open: open to all and not on the list", "fixture/unknown-permission: names no permission"], faults);

        var admin = await app.SignInAsync("admin@havneby.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/fixture/no-policy")).Status);
    }

    [Fact]
    public async Task Permission_NotHeld_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await peter.GetAsync("/access")).Status);
    }

    [Fact]
    public async Task UnknownAddress_SignedIn_IsNotFound()
    {
        await using var app = await VejviserApp.StartAsync();
        var peter = await app.SignInAsync("peter.lund@havneby.example");
        Assert.Equal(HttpStatusCode.NotFound, (await peter.GetAsync("/no-such-page")).Status);
    }

    private static List<RouteEndpoint> EndpointsOf(IEndpointRouteBuilder host) => [.. host.DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];

    private static string? Fault(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText?.TrimStart('/') ?? "";
        if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || route == ClosedFallback)
            return null;
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return OpenToAll.Contains(route) ? null : $"{route}: open to all and not on the list";
        var named = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
        return named.Count > 0 && named.TrueForAll(p => p is not null && (Permissions.All.Contains(p) || p is "newcomer.own" or "host.own")) ? null : $"{route}: names no permission";
    }
}
