using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans.Enrolment;

namespace Vejviser.Web.Tests.Chapters.Transition;

/// <summary>Family that an allocation file brings to a household that is here already: what its practices change then happens.</summary>
public sealed class FamilyByImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Take_WifeOfAManWhoLivesWithAHost_OffersTheFamilyAHomeOnce(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.TakeUpAsync("private-hosting");
        var mette = await app.SignInAsync("mette.holm@havneby.example");
        await TakeAsync(mette, AllocationFiles.OneHousehold());
        var head = await HeadAsync(app);
        await app.ConsentAsync(head, "information-to-landlord");
        await app.EnrolAsync(head, "private-hosting");

        await TakeAsync(mette, AllocationFiles.WithWife());
        await TakeAsync(mette, AllocationFiles.WithWife());

        await using var db = app.Open();
        Assert.Equal(2, await db.People.CountAsync(p => p.HouseholdId == head.HouseholdId, Cancel));
        var offer = await db.Offers.SingleAsync(Cancel);
        Assert.Equal(("permanent-social-housing", head.HouseholdId), (offer.Practice, offer.HouseholdId));
        Assert.Single(await app.AuditAsync("plans.family-arrived"));
    }

    [Fact]
    public async Task Take_WifeOfAManWithoutSuchAPractice_OffersNothing()
    {
        await using var app = await VejviserApp.StartAsync();
        var mette = await app.SignInAsync("mette.holm@havneby.example");
        await TakeAsync(mette, AllocationFiles.OneHousehold());

        await TakeAsync(mette, AllocationFiles.WithWife());

        await using var db = app.Open();
        Assert.Equal((2, 0), (await db.People.CountAsync(Cancel), await db.Offers.CountAsync(Cancel)));
        Assert.Empty(await app.AuditAsync("plans.family-arrived"));
    }

    private static async Task TakeAsync(Visitor visitor, string file)
    {
        var preview = await visitor.GetAsync((await ImportPageTests.PutInAsync(visitor, Encoding.UTF8.GetBytes(file))).Location!);
        // A file that changes nothing has nothing to take.
        if (preview.Page.QuerySelector("button[value='TakeAll']") is not null)
            await ImportPageTests.DecideAsync(visitor, preview, "TakeAll");
    }

    private static async Task<Person> HeadAsync(VejviserApp app)
    {
        await using var db = app.Open();
        return await db.People.AsNoTracking().SingleAsync(p => p.Role == HouseholdRole.Head, Cancel);
    }
}
