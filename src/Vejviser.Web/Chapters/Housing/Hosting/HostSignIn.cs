using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;
using Vejviser.Web.Foundation.Access;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>The host signed in on this request; set by the cookie check of the hosts' own scheme and by nothing else.</summary>
public sealed class CurrentHost
{
    /// <summary>The host's id.</summary>
    public Guid? Id { get; set; }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the page's policy should have stopped this.</exception>
    public Guid Required => Id ?? throw new InvalidOperationException("No host is signed in.");
}

/// <summary>Hosts are principals of their own, as newcomers are (ADR 0031): a cookie under their own path, a scheme, and one policy that is no permission.</summary>
internal static class HostSignIn
{
    public const string Scheme = "host";

    /// <summary>What opens the host's page; no permission, so no role can give it.</summary>
    public const string Policy = "host.own";

    public const string Home = "/host";

    public static IServiceCollection AddHostSignIn(this IServiceCollection services, HostSettings settings)
    {
        services.AddScoped<CurrentHost>();
        new OwnPages(Scheme, Home, settings.SessionHours, AdmitAsync).AddTo(services);
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, IsHostHandler>());
        return services;
    }

    public static IApplicationBuilder UseHosts(this IApplicationBuilder app) => OwnPages.Use(app, Scheme, Home);

    public static AuthorizationPolicy ToPolicy() => new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().AddRequirements(new IsHost()).Build();

    private static async Task<bool> AdmitAsync(IServiceProvider services, Guid access, DateTime now, CancellationToken cancel)
    {
        var host = await services.GetRequiredService<VejviserDb>().HostAccesses.Where(a => a.Id == access && a.RevokedAt == null && a.ExpiresAt > now).Select(a => (Guid?)a.HostId).SingleOrDefaultAsync(cancel);
        services.GetRequiredService<CurrentHost>().Id = host;
        return host is not null;
    }
}

internal sealed record IsHost : IAuthorizationRequirement;

internal sealed class IsHostHandler(CurrentHost who) : AuthorizationHandler<IsHost>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, IsHost requirement)
    {
        if (who.Id is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
