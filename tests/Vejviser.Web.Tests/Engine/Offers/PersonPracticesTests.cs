using System.Net;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests.Engine.Plans;
using Vejviser.Web.Tests.Foundation.People;
using static Vejviser.Web.Tests.Engine.Offers.OfferTown;

namespace Vejviser.Web.Tests.Engine.Offers;

/// <summary>/people/{id}/practices: which practices fit, why, and what was offered and answered.</summary>
public sealed class PersonPracticesTests
{
    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        await app.WithoutAsync("Modtagelse", Permissions.PeopleRead);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        Assert.Equal(HttpStatusCode.Forbidden, (await mette.GetAsync($"/people/{person.Id}/practices")).Status);
    }

    [Fact]
    public async Task Get_UnknownInvisibleKnownMerged_AnswersEach()
    {
        await using var app = await VejviserApp.StartAsync();
        var person = await app.AddAsync();
        var merged = await app.AddAsync("Yusuf", "Hadad", also: p => p.MergedIntoId = person.Id);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        using var jonas = await app.SignInAsync(Newcomers.JobConsultant);

        Assert.Equal(HttpStatusCode.NotFound, (await mette.GetAsync($"/people/{Guid.CreateVersion7()}/practices")).Status);
        Assert.StartsWith("/break-glass?person=", (await jonas.GetAsync($"/people/{person.Id}/practices")).Location!, StringComparison.Ordinal);
        Assert.Equal($"/people/{person.Id}/practices", (await mette.GetAsync($"/people/{merged.Id}/practices")).Location);
        Assert.Equal(HttpStatusCode.OK, (await mette.GetAsync($"/people/{person.Id}/practices")).Status);
        Assert.Equal(person.Id, Assert.Single(await app.AuditAsync("offers.person.read")).PersonId);
    }

    [Fact]
    public async Task Get_FitsAskAndNot_SayWhy()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Bridge, Leisure, "entrepreneur-advice", "online-danish");
        var person = await app.AddAsync(also: p => { NewInDenmark(p); p.DanishTrack = DanishTrack.Unknown; });
        await ArrivedAsync(app, person);
        using var mette = await app.SignInAsync(Newcomers.Reception);

        var page = await mette.GetAsync($"/people/{person.Id}/practices");

        Assert.Contains("/practices/community-bridge", page.One("section[aria-labelledby=fits]").InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Ikke kendt endnu: spørg, om det er Danskuddannelse 1", page.One("section[aria-labelledby=ask]").TextContent, StringComparison.Ordinal);
        var not = page.One("section[aria-labelledby=no-fit]");
        Assert.Contains("Har ikke haft egen virksomhed.", not.TextContent, StringComparison.Ordinal);
        Assert.Contains("Er 35 år, og tilbuddet er for dem på", not.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Offer_ThenYesWithoutConsent_AsksForItFirst(DatabaseKind kind)
    {
        await using var app = await VejviserApp.StartAsync(kind);
        await app.AdoptAsync(Bridge);
        var person = await app.AddAsync(also: NewInDenmark);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{person.Id}/practices";

        var offered = await mette.SubmitAndFollowAsync((await mette.GetAsync(at)).Form(at + "?handler=Offer"), ("remind", "2026-03-09"));
        var answered = await mette.SubmitAndFollowAsync(offered.Form(at + "?handler=Answer"), ("said", "Yes"));

        Assert.NotNull(offered.Told);
        Assert.Contains("samtykke", answered.Told, StringComparison.Ordinal);
        Assert.NotEmpty(answered.Page.QuerySelectorAll($"main a[href='/people/{person.Id}/consents']"));
        await using var db = app.Open();
        var offer = await db.Offers.AsNoTracking().SingleAsync(Cancel);
        Assert.Equal((OfferAnswer.Yes, null), (offer.Answer, offer.PlanId));
        db.Add(new Consent { PersonId = person.Id, Purpose = "contact-by-volunteers", GivenOn = new(2026, 3, 2), GivenById = person.Id, RegisteredBy = offer.OfferedBy });
        await db.SaveAsync(new AuditContext(null, "test.add", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "test"), Cancel);
        var begun = await mette.SubmitAndFollowAsync((await mette.GetAsync(at)).Form(at + "?handler=Answer"), ("start", "2026-03-16"));

        Assert.NotNull(begun.Told);
        var plan = await db.Plans.AsNoTracking().SingleAsync(Cancel);
        Assert.Equal(plan.Id, (await db.Offers.AsNoTracking().SingleAsync(Cancel)).PlanId);
        foreach (var (action, count) in new[] { ("offers.offer", 1), ("offers.answer", 2), ("plans.enrol", 1) })
        {
            var rows = await app.AuditAsync(action);
            Assert.Equal(count, rows.Count);
            Assert.All(rows, r => Assert.Equal(person.Id, r.PersonId));
        }
    }

    [Fact]
    public async Task Offer_DoesNotFitWithoutReason_IsToldAndKept()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync("entrepreneur-advice");
        var person = await app.AddAsync(also: NewInDenmark);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{person.Id}/practices";

        var refused = await mette.SubmitAsync((await mette.GetAsync(at)).Form(at + "?handler=Offer"));
        var unreadable = await mette.SubmitAsync((await mette.GetAsync(at)).Form(at + "?handler=Offer"), ("on", "i morgen"), ("reason", "Vil begynde selv"));
        var offered = await mette.SubmitAndFollowAsync(refused.Form(at + "?handler=Offer"), ("reason", "Vil begynde selv"));

        Assert.NotEmpty(refused.Failures);
        Assert.NotEmpty(unreadable.Failures);
        Assert.Contains("Vil begynde selv", offered.One("section[aria-labelledby=made]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referral_NeedsRoleAndReason()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Referral);
        var person = await app.AddAsync(also: NewInDenmark);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{person.Id}/practices";
        var form = (await mette.GetAsync(at)).Form(at + "?handler=Offer");

        Assert.NotEmpty((await mette.SubmitAsync(form, ("reason", "Sover dårligt"))).Failures);
        Assert.True((await mette.SubmitAsync((await mette.GetAsync(at)).Form(at + "?handler=Offer"), ("referredBy", "health-coordinator"), ("reason", "Sover dårligt"))).IsRedirect);
        Assert.Contains("health-coordinator", Assert.Single(await app.AuditAsync("offers.offer")).Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_LaterUndoWithdraw_EachIsTold()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Bridge);
        var person = await app.AddAsync(also: NewInDenmark);
        await app.OfferAsync(person);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{person.Id}/practices";

        Assert.NotEmpty((await mette.SubmitAsync((await mette.GetAsync(at)).Form(at + "?handler=Answer"), ("said", "Later"))).Failures);
        var later = await mette.SubmitAndFollowAsync((await mette.GetAsync(at)).Form(at + "?handler=Answer"), ("said", "Later"), ("remind", "2026-04-01"), ("reason", "Efter påske"));
        var undone = await mette.SubmitAndFollowAsync(later.Form(at + "?handler=Undo"));
        var withdrawn = await mette.SubmitAndFollowAsync(undone.Form(at + "?handler=Withdraw"));

        Assert.All(new[] { later, undone, withdrawn }, p => Assert.NotNull(p.Told));
        await using var db = app.Open();
        Assert.False(await db.Offers.AnyAsync(Cancel));
        foreach (var action in new[] { "offers.answer", "offers.undo-answer", "offers.withdraw" })
            Assert.Equal(person.Id, Assert.Single(await app.AuditAsync(action)).PersonId);
    }

    [Fact]
    public async Task Question_Answered_MovesThePractice()
    {
        await using var app = await VejviserApp.StartAsync();
        await app.AdoptAsync(Leisure);
        var child = await app.AddAsync("Lina", "Haddad", also: p => (p.BirthDate, p.BirthYear, p.Role) = (new DateOnly(2016, 4, 1), 2016, HouseholdRole.Child));
        await ArrivedAsync(app, child);
        using var mette = await app.SignInAsync(Newcomers.Reception);
        var at = $"/people/{child.Id}/practices";

        var asked = await mette.GetAsync(at);
        var answered = await mette.SubmitAndFollowAsync(asked.Form(at + "?handler=Question"), ("said", "no"));

        Assert.Contains("/practices/leisure-life", asked.One("section[aria-labelledby=ask]").InnerHtml, StringComparison.Ordinal);
        Assert.Contains("/practices/leisure-life", answered.One("section[aria-labelledby=fits]").InnerHtml, StringComparison.Ordinal);
        await using var db = app.Open();
        Assert.False((await db.PersonAnswers.SingleAsync(Cancel)).IsYes);
        Assert.Equal(child.Id, Assert.Single(await app.AuditAsync("offers.answer-question")).PersonId);
        Assert.NotEmpty((await mette.SubmitAsync(asked.Form(at + "?handler=Question"), ("id", "no-such-question"), ("said", "no"))).Failures);
    }

    private static async Task ArrivedAsync(VejviserApp app, Person person)
    {
        await using var db = app.Open();
        var home = await db.Households.SingleAsync(h => h.Id == person.HouseholdId, Cancel);
        (home.HasArrived, home.ArrivalDate) = (true, new DateOnly(2026, 2, 2));
        await db.SaveAsync(new AuditContext(null, "test.change", TestDatabase.Start.UtcDateTime), new AuditSubject(HouseholdId: home.Id), Cancel);
    }
}
