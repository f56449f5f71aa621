using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Web.Foundation.Access;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>Newcomers are principals of their own (<see cref="OwnPages"/>), and one policy that employees' pages never name.</summary>
internal static class NewcomerSignIn
{
    public const string Scheme = "newcomer";

    /// <summary>What opens the newcomer's pages; no permission, so no role can give it.</summary>
    public const string Policy = "newcomer.own";

    public const string Home = "/my/road";

    private const string Path = "/my";

    public static IServiceCollection AddNewcomerPages(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection(NewcomerSettings.Section).Get<NewcomerSettings>() ?? new NewcomerSettings();
        services.AddNewcomers(settings);
        services.AddSingleton(_ => NewcomerTexts.Load(System.IO.Path.Combine(AppContext.BaseDirectory, "texts", "newcomer")));
        services.AddSingleton<IReminderWords, ReminderWords>().AddScoped<CurrentNewcomer>().AddScoped<MyWords>().AddScoped<MyAppointments>().AddScoped<MyProposals>();
        services.AddMitIdSignIn(configuration);
        new OwnPages(Scheme, Path, settings.SessionHours, AdmitAsync).AddTo(services);
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IAuthorizationHandler, IsNewcomerHandler>());
        return services;
    }

    public static IApplicationBuilder UseNewcomers(this IApplicationBuilder app) => OwnPages.Use(app, Scheme, Path);

    public static AuthorizationPolicy ToPolicy() => new AuthorizationPolicyBuilder(Scheme).RequireAuthenticatedUser().AddRequirements(new IsNewcomer()).Build();

    private static async Task<bool> AdmitAsync(IServiceProvider services, Guid access, DateTime now, CancellationToken cancel)
    {
        var db = services.GetRequiredService<VejviserDb>();
        var newcomer = await Newcomer.LoadAsync(db, access, now, cancel);
        if (newcomer is null && services.GetRequiredService<MitIdSettings>().IsOn)
            newcomer = await Newcomer.LoadByMitIdAsync(db, services.GetRequiredService<NewcomerSettings>(), access, now, cancel);
        services.GetRequiredService<CurrentNewcomer>().Newcomer = newcomer;
        return newcomer is not null;
    }
}

internal sealed record IsNewcomer : IAuthorizationRequirement;

internal sealed class IsNewcomerHandler(CurrentNewcomer who) : AuthorizationHandler<IsNewcomer>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, IsNewcomer requirement)
    {
        if (who.Newcomer is not null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
