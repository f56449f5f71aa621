using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Chapters.CivilSociety.HostFamilies;
using Vejviser.Core.Chapters.Employment;
using Vejviser.Core.Chapters.Health;
using Vejviser.Core.Chapters.Housing;
using Vejviser.Core.Chapters.Minors;
using Vejviser.Core.Chapters.Reception;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Partners;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Web.Engine.Catalogue;
using Vejviser.Web.Engine.Courses;
using Vejviser.Web.Engine.Fairness;
using Vejviser.Web.Engine.Gatherings;
using Vejviser.Web.Engine.Interpreters;
using Vejviser.Web.Engine.Messages;
using Vejviser.Web.Engine.Newcomers;
using Vejviser.Web.Engine.Offers;
using Vejviser.Web.Engine.Pairs;
using Vejviser.Web.Engine.Plans;
using Vejviser.Core.Insight;
using Vejviser.Web.Chapters.Health;
using Vejviser.Web.Chapters.Housing;
using Vejviser.Web.Chapters.Minors;
using Vejviser.Web.Chapters.Housing.Hosting;
using Vejviser.Web.Chapters.Transition;
using Vejviser.Web.Foundation.Access;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Insight.Outcomes;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Hosting;

/// <summary>Builds the web host: one municipality, one database, no page without a permission.</summary>
public static class VejviserHost
{
    /// <param name="database">Where the municipality's database is.</param>
    /// <param name="args">Settings by command line, such as <c>--urls http://127.0.0.1:0</c>.</param>
    /// <param name="configure">Last word on the services, for tests and benches.</param>
    public static WebApplication Build(DatabaseAddress database, string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Vejviser" });
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration.AddVejviser(args);
        RequestLog.Quieten(builder.Logging);
        // Why a start failed is told by who started it, in one line.
        var isStarted = false;
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isStarted && level >= LogLevel.Warning);
        var services = builder.Services;
        services.AddVejviserData(database).AddTableStatistics(database, builder.Configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ReadAudit>();
        services.AddSingleton(_ => Texts.Load(Path.Combine(AppContext.BaseDirectory, "texts")));
        services.AddSingleton(_ => LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")));
        services.AddSingleton(_ => PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));
        services.AddSingleton(_ => UsualClosingDays.Load(Path.Combine(AppContext.BaseDirectory, "reference")));
        services.AddRoad().AddScoped<MarkArrived>();
        services.AddScoped<PageTexts>();
        services.AddScoped<CurrentReader>();
        services.AddPlans().AddOffers().AddMeetings().AddCourses();
        services.AddInterpreters().AddScoped<InterpreterWords>();
        services.AddScoped<CourseWords>();
        services.AddImport(builder.Configuration);
        services.AddDataProtection().SetApplicationName("Vejviser").PersistKeysToDbContext<VejviserDb>();
        services.AddSignIn(builder.Configuration);
        services.AddPeople();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, HasPermissionHandler>();
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddAntiforgery(o => o.Cookie.Name = "vejviser.form");
        services.AddHttps(builder.Configuration);
        services.AddLimits(builder.Configuration);
        services.AddVejviserHealth();
        services.AddWork().AddOfferPages();
        services.AddSingleton<CountWork>();
        services.AddSingleton<JobReadyBoards>();
        services.AddSingleton<TargetBoards>();
        services.AddSingleton<InitiativeTimeLine>();
        services.AddSingleton<ReadGuides>().AddScoped<AssignGuides>();
        services.AddSingleton<ReadArrivalChoices>();
        services.AddHousing().AddScoped<HousingWords>().AddScoped<FairnessWords>().AddSingleton<FairnessShare>();
        services.AddHostingPages(builder.Configuration);
        services.AddPairPages(builder.Configuration).AddSingleton<PairPractice, MentorPairs>().AddSingleton<PairPractice, HostFamilyPairs>();
        services.AddHealth().AddScoped<HealthWords>().AddScoped<LanguageGroupWords>();
        services.AddMinors().AddScoped<VillaWords>();
        services.AddCatalogue();
        services.AddMeasures(builder.Configuration);
        services.AddGatheringPages(builder.Configuration);
        services.AddCalendarFeed();
        services.AddMessagePages(builder.Configuration);
        services.AddNewcomerPages(builder.Configuration);
        services.AddScoped<CompletePartnerTask>();
        services.AddWatching(builder.Configuration);
        services.AddRazorPages(o =>
        {
            o.RootDirectory = "/";
            PagePermissions.Apply(o.Conventions);
        }).AddMvcOptions(o => o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true);
        // Names in any script stand as they are written; only what HTML itself needs is escaped.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => isStarted = true);
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSecurityHeaders(SecurityHeaders.Policy);
        app.UseHttps();
        app.UseLimits();
        app.UseRequestLocalization(Languages());
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseNewcomers();
        app.UseHosts();
        app.UseForcedPasswordChange();
        app.UsePartnerFront();
        app.UseAuthorization();
        app.MapVejviserHealth();
        app.MapCalendarFeed();
        app.MapMyFiles();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // Who has signed in learns that an address is wrong; to others all addresses look alike.
        app.MapFallback(() => Results.NotFound()).RequireAuthorization(Permissions.Own);
        return app;
    }

    private static RequestLocalizationOptions Languages()
    {
        var cultures = new[] { CultureInfo.GetCultureInfo("da-DK"), CultureInfo.GetCultureInfo("en-GB") };
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(cultures[0]),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "vejviser.language" }],
        };
    }
}
