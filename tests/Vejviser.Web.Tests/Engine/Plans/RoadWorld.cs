using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans;

/// <summary>Households with the catalogue's own reception plan, made by the product's own use cases.</summary>
internal static class RoadWorld
{
    public const string Mette = "mette.holm@havneby.example";
    public const string Peter = "peter.lund@havneby.example";
    public const string Chief = "birgit.storm@havneby.example";
    public const string Jonas = "jonas.krogh@havneby.example";
    public const string Practice = "reception-plan";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Publishes the catalogue's plan as version 1, or the next with changes.</summary>
    public static async Task<PracticeVersion> AdoptAsync(this VejviserApp app, PracticeChanges? changes = null)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var published = await scope.ServiceProvider.GetRequiredService<PublishPracticeVersion>().RunAsync(new(Practice, changes ?? PracticeChanges.None), Audit("practices.publish-version"), Cancel);
        return published.Value;
    }

    /// <summary>A couple with children of 7 and 2; the head speaks Arabic and needs an interpreter.</summary>
    public static async Task<Household> FamilyAsync(
        this VejviserApp app, string name = "Amal Haddad", DateOnly? arrival = null, DateOnly? takeover = null, DateOnly? allocation = null,
        ResidenceBasis basis = ResidenceBasis.Asylum71, bool isProtected = false, string? reference = null)
    {
        var household = new Household
        {
            Reference = reference ?? "H2026-900001", Name = name, Basis = basis, AllocationDate = allocation, TakeoverDate = takeover,
            TakeoverRule = takeover is null ? null : "takeover", ArrivalDate = arrival, Centre = "Centre Nord",
        };
        await using var db = app.Open();
        db.Households.Add(household);
        var family = name.Split(' ')[^1];
        foreach (var (given, role, born) in new[]
        {
            (name.Split(' ')[0], HouseholdRole.Head, new DateOnly(1988, 4, 2)), ("Sami", HouseholdRole.Spouse, new DateOnly(1985, 9, 12)),
            ("Lina", HouseholdRole.Child, new DateOnly(2018, 6, 1)), ("Omar", HouseholdRole.Child, new DateOnly(2023, 11, 20)),
        })
        {
            db.People.Add(new Person
            {
                HouseholdId = household.Id, Role = role, GivenName = given, FamilyName = family, SearchName = $"{given} {family}".ToLowerInvariant(),
                BirthDate = born, BirthYear = born.Year, Language = "ar", NeedsInterpreter = role == HouseholdRole.Head, Basis = basis, HasProtectedAddress = isProtected,
            });
        }

        await db.SaveAsync(Audit("people.add-household"), new AuditSubject(HouseholdId: household.Id, Entity: "household", EntityId: household.Id), Cancel);
        return household;
    }

    public static async Task<Guid> StartAsync(this VejviserApp app, Household household)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var started = await scope.ServiceProvider.GetRequiredService<StartPlan>().RunAsync(new(household.Id, Practice), Audit("plans.start-plan"), Cancel);
        return started.Value.PlanId;
    }

    /// <summary>Adopted practice, family expected Monday 9 March 2026, plan running.</summary>
    public static async Task<(Household Household, Guid PlanId)> RunningAsync(this VejviserApp app, string name = "Amal Haddad", bool isProtected = false)
    {
        await app.AdoptAsync();
        var household = await app.FamilyAsync(name, new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 2), new DateOnly(2026, 1, 12), isProtected: isProtected);
        return (household, await app.StartAsync(household));
    }

    public static async Task<PlanTask> TaskAsync(this VejviserApp app, Guid planId, string step)
    {
        await using var db = app.Open();
        return await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == planId && t.Step == step).OrderBy(t => t.Order).FirstAsync(Cancel);
    }

    public static async Task DoneAsync(this VejviserApp app, IEnumerable<Guid> tasks)
    {
        await using var db = app.Open();
        var ids = tasks.ToList();
        foreach (var task in await db.PlanTasks.Where(t => ids.Contains(t.Id)).ToListAsync(Cancel))
            (task.State, task.ClosedAt) = (TaskState.Done, app.Clock.GetUtcNow().UtcDateTime);
        await db.SaveAsync(Audit("plans.complete-task"), new AuditSubject(Entity: "plan-task"), Cancel);
    }

    /// <summary>Takes a permission out of a role, before whoever has it signs in.</summary>
    public static async Task WithoutAsync(this VejviserApp app, string role, string permission)
    {
        await using var db = app.Open();
        var id = await db.AccessRoles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync(Cancel);
        db.RolePermissions.RemoveRange(await db.RolePermissions.Where(p => p.RoleId == id && p.Permission == permission).ToListAsync(Cancel));
        await db.SaveAsync(Audit("access.change-role"), new AuditSubject(Entity: "role", EntityId: id), Cancel);
    }

    private static AuditContext Audit(string action) => new(null, action, TestDatabase.Start.UtcDateTime);
}
