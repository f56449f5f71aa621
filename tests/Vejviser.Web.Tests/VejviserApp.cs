using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Testing;
using Vejviser.Web.Hosting;

namespace Vejviser.Web.Tests;

/// <summary>
/// The product as it runs: a real server on a free port, a real database of its own with Havneby Kommune in it, and a clock
/// that the test sets. <c>await using var app = await VejviserApp.StartAsync(kind);</c>
/// </summary>
public sealed class VejviserApp : IAsyncDisposable
{
    /// <summary>A Monday: the instant the demo's people are looked at.</summary>
    public static readonly DateTimeOffset PeopleDay = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly TestContent People = new(SeedAsync);

    private static ConcurrentBag<int>? ports;
    private readonly List<Visitor> visitors = [];

    private VejviserApp(TestDatabase database, WebApplication host, FakeTimeProvider clock) => (Database, Host, Clock) = (database, host, clock);

    /// <summary>Begins at <see cref="TestDatabase.Start"/>; forward only.</summary>
    public FakeTimeProvider Clock { get; }

    public WebApplication Host { get; }

    public Uri Address => new(Host.Urls.First());

    public TestDatabase Database { get; }

    /// <summary>From now on a port that a server has left is given to the next, so that a browser's window may be used again: what it keeps of files it keeps by address.</summary>
    public static void KeepPorts() => ports ??= [];

    /// <param name="kind">Which database.</param>
    /// <param name="configure">Last word on settings and services.</param>
    /// <param name="content">What is in the database, if not <see cref="TestContent.Demo"/>.</param>
    /// <param name="start">Where the clock begins, if not at <see cref="TestDatabase.Start"/>.</param>
    /// <param name="args">Settings by command line, such as <c>--Oidc:Authority=…</c>.</param>
    public static async Task<VejviserApp> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, Action<WebApplicationBuilder>? configure = null, TestContent? content = null, DateTimeOffset? start = null, params string[] args)
    {
        var database = await TestDatabase.CreateAsync(kind, content ?? TestContent.Demo);
        var clock = new FakeTimeProvider(start ?? TestDatabase.Start);
        var host = Build(database.Address, clock, configure, args);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new VejviserApp(database, host, clock);
    }

    /// <summary>With the demo municipality's people in it, as <c>./run</c> shows it, on <see cref="PeopleDay"/>.</summary>
    public static Task<VejviserApp> StartWithPeopleAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<WebApplicationBuilder>? configure = null, DateTimeOffset? start = null, params string[] args) =>
        StartAsync(kind, configure, People, start ?? PeopleDay, args);

    private static async Task SeedAsync(DatabaseAddress address)
    {
        await TestContent.Demo.FillAsync(address);
        await using var host = Build(address, new FakeTimeProvider(PeopleDay), null, []);
        await ActivatorUtilities.CreateInstance<DemoArrivals>(host.Services).SeedAsync(Path.Combine(AppContext.BaseDirectory, "reference"), CancellationToken.None);
    }

    private static WebApplication Build(DatabaseAddress address, FakeTimeProvider clock, Action<WebApplicationBuilder>? configure, string[] args) =>
        VejviserHost.Build(address, ["--urls", $"http://127.0.0.1:{KeptPort()}", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning", "--Measures:EveryMinutes", "0", "--Gatherings:EveryMinutes", "0", "--Messages:EverySeconds", "0", "--Hosts:EveryMinutes", "0", "--Pairs:EveryMinutes", "0", "--Database:OptimizeEveryMinutes", "0", .. args], builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
            builder.Services.Configure<PasswordHasherOptions>(o => o.IterationCount = TestDatabase.PasswordIterations);
            ReadOnce.Share(builder.Services);
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            configure?.Invoke(builder);
        });

    /// <summary>A context of the test's own: what is read is what was saved.</summary>
    public VejviserDb Open() => Database.Open();

    /// <summary>A browser nobody has signed in with: own cookies, redirects not followed.</summary>
    public Visitor Visit()
    {
        var visitor = new Visitor(Address);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A browser signed in through the sign-in page, such as <c>mette.holm@havneby.example</c> (reception), <c>admin@havneby.example</c>.</summary>
    public async Task<Visitor> SignInAsync(string email, string password = DemoMunicipality.Password)
    {
        var visitor = Visit();
        var page = await visitor.GetAsync("/sign-in");
        var answer = await visitor.SubmitAsync(page.Form("#password-form"), ("Email", email), ("Password", password));
        Assert.True(answer.IsRedirect, $"{email} is not signed in: {answer.Status} {answer.Failures}");
        return visitor;
    }

    /// <summary>The account of a demo sign-in.</summary>
    public async Task<Account> AccountAsync(string email)
    {
        await using var db = Open();
        return await db.Users.AsNoTracking().SingleAsync(a => a.Email == email, TestContext.Current.CancellationToken);
    }

    /// <summary>The audit's rows in order, all or those of one action.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(string? action = null)
    {
        await using var db = Open();
        return await db.AuditEntries.AsNoTracking().Where(e => action == null || e.Action == action).OrderBy(e => e.Seq).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
            visitor.Dispose();
        var port = Address.Port;
        await Host.StopAsync(CancellationToken.None);
        await Host.DisposeAsync();
        ports?.Add(port);
        await Database.DisposeAsync();
    }

    /// <summary>One that nobody has taken meanwhile; 0 for any.</summary>
    private static int KeptPort()
    {
        while (ports is not null && ports.TryTake(out var port))
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // The next will do.
            }
        }

        return 0;
    }
}
