using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Web.Tests.Engine.Offers;

/// <summary>Practices of the catalogue in use, and offers made by the product's own use cases.</summary>
internal static class OfferTown
{
    /// <summary>For grown-ups new in Denmark who consent to be contacted by volunteers.</summary>
    public const string Bridge = "community-bridge";

    /// <summary>Asks whether a child goes to an activity already.</summary>
    public const string Leisure = "leisure-life";

    /// <summary>By referral only.</summary>
    public const string Referral = "ptsd-support";

    /// <summary>For the household.</summary>
    public const string Housing = "permanent-social-housing";

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task AdoptAsync(this VejviserApp app, params string[] practices)
    {
        foreach (var practice in practices)
        {
            await using var scope = app.Host.Services.CreateAsyncScope();
            var published = await scope.ServiceProvider.GetRequiredService<PublishPracticeVersion>().RunAsync(new(practice, PracticeChanges.None), Audit("practices.publish-version"), Cancel);
            Assert.True(published.IsSuccess, published.Failure?.Code);
        }
    }

    /// <summary>Offers by Mette of the reception.</summary>
    public static async Task<Guid> OfferAsync(this VejviserApp app, Person person, string practice = Bridge, DateOnly? remind = null)
    {
        var mette = await app.AccountAsync("mette.holm@havneby.example");
        await using var scope = app.Host.Services.CreateAsyncScope();
        var offered = await scope.ServiceProvider.GetRequiredService<OfferPractice>()
            .RunAsync(new(practice, person.HouseholdId, person.Id, new DateOnly(2026, 3, 2), "Prøve", null, remind), Reader.System with { AccountId = mette.Id }, Audit("offers.offer"), Cancel);
        Assert.True(offered.IsSuccess, offered.Failure?.Code);
        return offered.Value;
    }

    public static void NewInDenmark(Person person) => (person.DenmarkSince, person.Basis, person.Education) = (new DateOnly(2026, 1, 5), ResidenceBasis.Asylum71, EducationLevel.Secondary);

    private static AuditContext Audit(string action) => new(null, action, TestDatabase.Start.UtcDateTime);
}
