using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Plans.Enrolment;

/// <summary>Practices of the catalogue in use, and people enrolled by the product's own use cases.</summary>
internal static class EnrolTown
{
    /// <summary>For a person; needs no consent; has outcomes, a meeting with a time, and practices to move on to.</summary>
    public const string Packages = "industry-packages";

    /// <summary>For a person, by referral, with seats in the municipality and a consent.</summary>
    public const string Support = "ptsd-support";

    /// <summary>For the household; needs a consent.</summary>
    public const string Housing = "permanent-social-housing";

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task TakeUpAsync(this VejviserApp app, string practice, params (string Setting, int Value)[] settings)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var changes = new PracticeChanges { Settings = settings.ToDictionary(s => s.Setting, s => s.Value) };
        var published = await scope.ServiceProvider.GetRequiredService<PublishPracticeVersion>().RunAsync(new(practice, changes), Audit("practices.publish-version"), Cancel);
        Assert.True(published.IsSuccess, published.Failure?.Code);
    }

    /// <summary>A grown-up who has moved in, head of a household with children of 7 and 2.</summary>
    public static async Task<Person> HeadAsync(this VejviserApp app, string name = "Amal Haddad", string reference = "H2026-900001", bool isProtected = false)
    {
        var household = await app.FamilyAsync(name, new DateOnly(2026, 2, 16), new DateOnly(2026, 2, 2), new DateOnly(2025, 12, 12), isProtected: isProtected, reference: reference);
        await using var db = app.Open();
        await db.Households.Where(h => h.Id == household.Id).ExecuteUpdateAsync(h => h.SetProperty(x => x.HasArrived, true), Cancel);
        return await db.People.AsNoTracking().SingleAsync(p => p.HouseholdId == household.Id && p.Role == HouseholdRole.Head, Cancel);
    }

    public static async Task ConsentAsync(this VejviserApp app, Person person, string purpose)
    {
        await using var db = app.Open();
        db.Add(new Consent { PersonId = person.Id, Purpose = purpose, GivenOn = new DateOnly(2026, 2, 20), GivenById = person.Id, RegisteredBy = (await app.AccountAsync(RoadWorld.Mette)).Id });
        await db.SaveAsync(Audit("people.give-consent"), new AuditSubject(person.Id, person.HouseholdId, "consent"), Cancel);
    }

    public static async Task<Guid> EnrolAsync(this VejviserApp app, Person person, string practice = Packages, DateOnly? start = null)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var input = new EnrolInput(practice, person.HouseholdId, person.Id, Despite: "Prøve") { Dates = new Dictionary<string, DateOnly> { ["start"] = start ?? new DateOnly(2026, 3, 9) } };
        var enrolled = await scope.ServiceProvider.GetRequiredService<EnrolInPractice>().RunAsync(input, Audit("plans.enrol"), Cancel);
        Assert.True(enrolled.IsSuccess, enrolled.Failure?.Code);
        return enrolled.Value.PlanId;
    }

    public static async Task<Plan> PlanAsync(this VejviserApp app, Guid id)
    {
        await using var db = app.Open();
        return await db.Plans.AsNoTracking().Include(p => p.Anchors).SingleAsync(p => p.Id == id, Cancel);
    }

    private static AuditContext Audit(string action) => new(null, action, TestDatabase.Start.UtcDateTime);
}
