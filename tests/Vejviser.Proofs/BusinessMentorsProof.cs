using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Vejviser.Proofs;

/// <summary>
/// The practice <c>business-mentors</c> as a manager lives it: adopts it, has two people in it, makes four months five, publishes, moves the two running
/// plans, and sees the difference.
/// </summary>
public sealed class BusinessMentorsProof(Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("practice", "business-mentors")]
    public async Task AdoptChangeAndMove_ByAManager()
    {
        await using var app = await VejviserApp.StartAsync();
        var page = await browser.OpenAsync(app.Address.ToString());
        await page.SignInAsync("birgit.storm@havneby.example");
        await AdoptAsync(page);
        var people = await PeopleAsync(app);
        foreach (var person in people)
            await EnrolAsync(app, person);
        await page.GotoAsync("/practices/business-mentors");
        await Expect(page.Locator(".practice-facts")).ToContainTextAsync("2 personer i gang");
        await PublishFiveMonthsAsync(page);
        Assert.All(await DuesAsync(app), due => Assert.Equal(new DateOnly(2026, 7, 2), due));
        await MoveAsync(page);
        Assert.All(await DuesAsync(app), due => Assert.Equal(new DateOnly(2026, 8, 3), due));

        await page.GotoAsync("/practices/business-mentors/versions/2");
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("4 måneder");
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("5 måneder");
        await page.AssertFineAsync();
    }

    private static async Task AdoptAsync(IPage page)
    {
        await page.GotoAsync("/practices");
        await page.FillAsync("#q", "erhvervsmentor");
        await page.ClickAsync(".filters button[type=submit]");
        await page.ClickAsync("#p-business-mentors h3 a");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Erhvervsmentorer");
        await page.AssertFineAsync();
        await page.ClickAsync(".page-head a[href$='/adopt']");
        await page.AssertFineAsync();
        await page.CheckAsync("#setup-pilot");
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("er taget i brug");
        await Expect(page.Locator("section[aria-labelledby=setup] .chip-done")).ToHaveCountAsync(1);
    }

    private static async Task PublishFiveMonthsAsync(IPage page)
    {
        await page.ClickAsync(".page-head a[href$='/adapt']");
        await page.FillAsync("[name='Setting[months]']", "5");
        await page.ClickAsync("section[aria-labelledby=settings] button");
        await Expect(page.Locator(".practice-differences tbody tr").First).ToContainTextAsync("Måneder, mentorforløbet varer");
        await page.AssertFineAsync();
        await page.FillAsync("#Note", "Fire måneder var for kort");
        await page.ClickAsync("button[formaction$='handler=Publish']");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("Udgave 2 er udgivet");
    }

    private static async Task MoveAsync(IPage page)
    {
        await page.ClickAsync(".page-head a[href$='/move']");
        await Expect(page.Locator(".road-counts li").First).ToHaveTextAsync("2 planer");
        await page.AssertFineAsync();
        await page.ClickAsync("main form .button-primary");
        await Expect(page.Locator(".alert-success")).ToContainTextAsync("2 planer følger nu");
    }

    /// <summary>Two engineers with good English, a year in Denmark, who have said that volunteers may ring.</summary>
    private static async Task<IReadOnlyList<Person>> PeopleAsync(VejviserApp app)
    {
        await using var db = app.Open();
        var people = new List<Person>();
        foreach (var name in new[] { "Hala", "Rami" })
        {
            var household = new Household { Reference = $"H2026-{name}", Name = $"{name} Darwish", Basis = ResidenceBasis.Asylum71, ArrivalDate = new DateOnly(2025, 6, 2), HasArrived = true };
            var person = new Person
            {
                HouseholdId = household.Id, Role = HouseholdRole.Head, GivenName = name, FamilyName = "Darwish", SearchName = $"{name} darwish".ToLowerInvariant(), BirthDate = new DateOnly(1990, 5, 1),
                Education = EducationLevel.University, English = Proficiency.Good, DenmarkSince = new DateOnly(2025, 6, 1), Basis = household.Basis, Language = "ar",
            };
            db.AddRange(household, person, new Consent { PersonId = person.Id, Purpose = "contact-by-volunteers", GivenOn = new DateOnly(2026, 2, 2), GivenById = person.Id });
            people.Add(person);
        }

        await db.SaveAsync(new AuditContext(null, "test.people", TestDatabase.Start.UtcDateTime), new AuditSubject(Entity: "person"), Cancel);
        return people;
    }

    private static async Task EnrolAsync(VejviserApp app, Person person)
    {
        await using var scope = app.Host.Services.CreateAsyncScope();
        var enrolled = await scope.ServiceProvider.GetRequiredService<EnrolInPractice>().RunAsync(
            new EnrolInput("business-mentors", person.HouseholdId, person.Id) { Dates = new Dictionary<string, DateOnly> { ["start"] = new(2026, 3, 2) } },
            new AuditContext(null, "plans.enrol", TestDatabase.Start.UtcDateTime), Cancel);
        Assert.True(enrolled.IsSuccess, enrolled.Failure?.Code);
    }

    private static async Task<List<DateOnly?>> DuesAsync(VejviserApp app)
    {
        await using var db = app.Open();
        return await db.PlanTasks.Where(t => t.Practice == "business-mentors" && t.Step == "final-talk").Select(t => t.Due).ToListAsync(Cancel);
    }
}
