using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.Access;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Foundation.Access;

public sealed class MunicipalSignInTests
{
    private const string Mette = "mette.holm@havneby.example";

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SignIn_UnknownWithAGroup_OpensAnAccountWithTheRoleInItsUnit(DatabaseKind kind)
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider, kind, "--Oidc:AutoCreate=true");
        var unit = await MapAsync(app, "grp-housing", "Fagmedarbejder", "Boligteamet");
        provider.Who = new("sub-1", "ny@havneby.example", "Ny Medarbejder", IsEmailVerified: false, "grp-housing", "grp-unmapped");

        var visitor = app.Visit();
        Assert.Equal("/", (await ThroughAsync(visitor)).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);
        var account = await app.AccountAsync("ny@havneby.example");
        Assert.Equal(("sub-1", null), (account.ExternalSubject, account.PasswordHash));
        await using var db = app.Open();
        var given = await db.RoleAssignments.SingleAsync(a => a.AccountId == account.Id, TestContext.Current.CancellationToken);
        Assert.Equal((unit, true), (given.UnitId, given.IsExternal));
        Assert.Single(await app.AuditAsync("access.open-from-provider"));
        Assert.Contains("municipality", Assert.Single(await app.AuditAsync("access.sign-in")).Details!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_GroupGone_TakesTheRoleAndLeavesThoseGivenByHand()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider);
        await MapAsync(app, "grp-managers", "Leder", null);
        provider.Who = new("sub-mette", Mette, "Mette Holm", IsEmailVerified: true, "grp-managers");
        await ThroughAsync(app.Visit());
        Assert.Equal(["Leder", "Modtagelse"], await RolesAsync(app, Mette));

        provider.Who = provider.Who with { Groups = [] };
        await ThroughAsync(app.Visit());
        Assert.Equal(["Modtagelse"], await RolesAsync(app, Mette));
    }

    [Fact]
    public async Task SignIn_SecondTime_IsKnownBySubjectThoughTheEmailChanged()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider);
        provider.Who = new("sub-mette", Mette, "Mette Holm");
        await ThroughAsync(app.Visit());
        provider.Who = provider.Who with { Email = "mette.holm-nielsen@havneby.example", IsEmailVerified = false };
        Assert.Equal("/", (await ThroughAsync(app.Visit())).Location);
        Assert.Single(await app.AuditAsync("access.link-provider"));
    }

    [Fact]
    public async Task SignIn_UnverifiedEmailOfAnother_IsRefused()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider, DatabaseKind.Sqlite, "--Oidc:AutoCreate=true");
        await MapAsync(app, "grp", "Fagmedarbejder", null);
        provider.Who = new("sub-thief", "admin@havneby.example", "Tyv", IsEmailVerified: false, "grp");
        var answer = await ThroughAsync(app.Visit());
        Assert.StartsWith("Der er allerede en konto med din e-mail", answer.Failures, StringComparison.Ordinal);
        Assert.Null((await app.AccountAsync("admin@havneby.example")).ExternalSubject);
    }

    [Fact]
    public async Task SignIn_ClosedAccount_IsRefused()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider);
        await using (var db = app.Open())
            await db.Users.Where(a => a.Email == Mette).ExecuteUpdateAsync(s => s.SetProperty(a => a.IsClosed, true).SetProperty(a => a.ExternalSubject, "sub-mette"), TestContext.Current.CancellationToken);
        provider.Who = new("sub-mette", Mette, "Mette Holm");
        Assert.StartsWith("Din konto er lukket", (await ThroughAsync(app.Visit())).Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_UnknownAndAccountsOpenedByHandOnly_IsRefused()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider);
        provider.Who = new("sub-1", "ny@havneby.example", "Ny Medarbejder", IsEmailVerified: true, "grp");
        Assert.StartsWith("Du har ingen konto her", (await ThroughAsync(app.Visit())).Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ProviderSaysNo_SaysSo()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider);
        var visitor = app.Visit();
        Assert.StartsWith("Kommunens login blev ikke gennemført", (await ThroughAsync(visitor)).Failures, StringComparison.Ordinal);
        Assert.True((await visitor.GetAsync("/")).IsRedirect);
    }

    [Fact]
    public async Task Callback_WithoutARequestFromThisBrowser_IsRefused()
    {
        await using var provider = await IdentityProvider.StartAsync();
        await using var app = await StartAsync(provider);
        provider.Who = new("sub-mette", Mette, "Mette Holm");
        var stolen = await CallbackAsync(app.Visit());
        var visitor = app.Visit();
        await visitor.GetAsync(stolen);
        Assert.True((await visitor.GetAsync("/")).IsRedirect);
    }

    private static async Task<VejviserApp> StartAsync(IdentityProvider provider, DatabaseKind kind = DatabaseKind.Sqlite, params string[] more)
    {
        var app = await VejviserApp.StartAsync(kind, start: TimeProvider.System.GetUtcNow(), args:
            [$"--Oidc:Authority={provider.Address}", $"--Oidc:ClientId={IdentityProvider.ClientId}", $"--Oidc:ClientSecret={IdentityProvider.ClientSecret}", .. more]);
        await provider.RegisterAsync(app);
        return app;
    }

    /// <summary>From the sign-in page's link to the provider and back, to the page that takes in or refuses.</summary>
    private static async Task<PageAnswer> ThroughAsync(Visitor visitor)
    {
        var back = await visitor.GetAsync(await CallbackAsync(visitor));
        return await visitor.GetAsync(back.Location!);
    }

    private static async Task<string> CallbackAsync(Visitor visitor)
    {
        var signIn = await visitor.GetAsync("/sign-in");
        var away = await visitor.GetAsync(signIn.One("a[href^='/sign-in/municipality']").GetAttribute("href")!);
        Assert.Contains("code_challenge_method=S256", away.Location, StringComparison.Ordinal);
        var there = await visitor.GetAsync(away.Location!);
        return there.Location!;
    }

    private static async Task<Guid?> MapAsync(VejviserApp app, string group, string role, string? unit)
    {
        await using var db = app.Open();
        var roleId = await db.AccessRoles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync(TestContext.Current.CancellationToken);
        var unitId = await db.Units.Where(u => u.Name == unit).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(TestContext.Current.CancellationToken);
        var result = await ChangeExternalRoles.AddAsync(db, new(group, roleId, unitId), Reader.System, new(null, "access.add-external-role", TestDatabase.Start.UtcDateTime), TestContext.Current.CancellationToken);
        Assert.True(result.IsSuccess);
        return unitId;
    }

    private static async Task<List<string>> RolesAsync(VejviserApp app, string email)
    {
        await using var db = app.Open();
        return await (from a in db.Users where a.Email == email join g in db.RoleAssignments on a.Id equals g.AccountId join r in db.AccessRoles on g.RoleId equals r.Id orderby r.Name select r.Name)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
