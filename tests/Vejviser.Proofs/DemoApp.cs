using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vejviser.Core.Chapters.Health.Doctors;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Chapters.Transition.Allocations;
using Vejviser.Core.Data;
using Vejviser.Core.Data.Seeding;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Catalogue.Own;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;
using Vejviser.Web.Tests;

namespace Vejviser.Proofs;

/// <summary>The product with the demo municipality's people in it, as <c>./run</c> shows it; on one day, whatever the day of the test.</summary>
public sealed class DemoApp : IAsyncDisposable
{
    /// <summary>Whose sign-in has a second step once <see cref="TurnOnAuthenticatorAsync"/> has run.</summary>
    public const string AskedForCode = "lars.dam@havneby.example";

    private const string Dialogue = "dialogue-based-reception";
    private const string Centre = "school-start-in-asylum";

    private static readonly DateTimeOffset Day = VejviserApp.PeopleDay;
    private readonly VejviserApp app;

    private DemoApp(VejviserApp app) => this.app = app;

    public string Address => app.Address.ToString().TrimEnd('/');

    public WebApplication Host => app.Host;

    public static async Task<DemoApp> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, params string[] args) => new(await VejviserApp.StartWithPeopleAsync(kind, args: args));

    /// <summary>Something to look at for each kind of id in an address.</summary>
    public async Task<Samples> SamplesAsync()
    {
        await using var db = app.Open();
        var cancel = TestContext.Current.CancellationToken;
        var household = await db.Households.Where(h => h.ArrivalDate != null && h.HasArrived).OrderBy(h => h.Reference).Select(h => h.Id).FirstAsync(cancel);
        var person = await db.People.Where(p => p.HouseholdId == household).OrderBy(p => p.CaseRef).Select(p => p.Id).FirstAsync(cancel);
        var plan = await db.Plans.Where(p => p.HouseholdId == household).Select(p => p.Id).FirstAsync(cancel);
        var task = await db.PlanTasks.Where(t => t.PlanId == plan).OrderBy(t => t.Order).Select(t => t.Id).FirstAsync(cancel);
        var account = (await app.AccountAsync("jonas.krogh@havneby.example")).Id;
        var unit = await db.Units.OrderBy(u => u.Name).Select(u => u.Id).FirstAsync(cancel);
        var role = await db.AccessRoles.OrderBy(r => r.Name).Select(r => r.Id).FirstAsync(cancel);
        var asked = await db.Households.Where(h => h.TakeoverDate == null && h.AllocationDate!.Value.Day == 1).OrderBy(h => h.Reference).Select(h => h.Id).FirstAsync(cancel);
        var families = await db.Units.Where(u => u.Name == "Børn og familie").Select(u => u.Id).SingleAsync(cancel);
        var hidden = await db.People.Where(p => !db.HouseholdAccesses.Any(a => a.HouseholdId == p.HouseholdId && a.UnitId == families)).OrderBy(p => p.CaseRef).Select(p => p.Id).FirstAsync(cancel);
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "reference", "allocations-faulty.csv"), cancel);
        var upload = await new UploadAllocations(db, new ImportSettings()).RunAsync(
            new UploadAllocationsInput("allocations-faulty.csv", file), new AuditContext(account, "import.upload", Day.UtcDateTime), cancel);
        var meeting = await db.Meetings.Where(m => m.HouseholdId != null).OrderBy(m => m.StartsAt).Select(m => m.Id).FirstAsync(cancel);
        var (partner, consent, twin) = await AddToLookAtAsync(db, account, person);
        var message = await db.Messages.OrderBy(m => m.Key).Select(m => m.Id).FirstAsync(cancel);
        var partnerTask = await GiveToPartnerAsync(db, household);
        var openHouse = await GatherAsync(household);
        var interpreter = await db.Interpreters.OrderBy(i => i.Name).Select(i => i.Id).FirstAsync(cancel);
        var course = await db.Courses.OrderBy(c => c.FirstDay).Select(c => c.Id).FirstAsync(cancel);
        var session = await db.CourseSessions.Where(s => s.CourseId == course).OrderBy(s => s.Number).Select(s => s.MeetingId).FirstAsync(cancel);
        var ownSession = await HoldWithPartnerAsync(db, account);
        var guide = await db.GuideTurns.Where(t => t.Minutes > 0).Select(t => t.GuideId).FirstAsync(cancel);
        var home = await db.Dwellings.OrderBy(d => d.Address).Select(d => d.Id).FirstAsync(cancel);
        var mixed = await db.Estates.Where(e => e.IsIntegrationSupporting).Select(e => e.Id).FirstAsync(cancel);
        var waiting = await db.HousingNeeds.OrderBy(n => n.WaitingSince).ThenBy(n => n.HouseholdId).Select(n => n.HouseholdId).FirstAsync(cancel);
        var (doctor, waits) = (await db.MedicalPractices.OrderBy(p => p.Name).Select(p => p.Id).FirstAsync(cancel), (await ReadDoctors.FactsAsync(db, cancel)).Seekers.First(s => s.District is not null).Id);
        var youth = await db.VillaStays.OrderBy(s => s.Id).Select(s => s.PersonId).FirstAsync(cancel);
        var villaLess = await db.YouthHomes.Where(h => !db.VillaStays.Any(s => s.HeldPersonId == h.PersonId)).Select(h => h.PersonId).FirstAsync(cancel);
        var agreement = await db.HousingAgreements.Select(a => a.Id).FirstAsync(cancel);
        var moveIn = await db.Plans.Where(p => p.Practice == "good-move-in").Select(p => p.Id).FirstAsync(cancel);
        var host = await db.PrivateHosts.Where(h => h.State == HostState.Fit).OrderBy(h => h.Address).Select(h => h.Id).FirstAsync(cancel);
        var enquiry = await db.PrivateHosts.Where(h => h.State == HostState.Enquired).OrderBy(h => h.ReceivedAt).Select(h => h.Id).FirstAsync(cancel);
        var looking = await db.HostingWishes.OrderBy(w => w.HouseholdId).Select(w => w.HouseholdId).FirstAsync(cancel);
        var allocation = await OpenMeeting.RunAsync(db, DateOnly.FromDateTime(Day.UtcDateTime), Reader.System, new AuditContext(account, "housing.open-meeting", Day.UtcDateTime), cancel);
        var volunteer = await db.Volunteers.Where(v => v.Practice == "business-mentors").OrderBy(v => v.Name).Select(v => v.Id).FirstAsync(cancel);
        var pair = await db.VolunteerPairs.Where(p => p.StartOn != null).Select(p => p.Id).FirstAsync(cancel);
        var seeking = await db.Plans.Where(p => p.Practice == "business-mentors" && p.EndedAt == null && !db.VolunteerPairs.Any(v => v.HeldPlanId == p.Id)).Select(p => p.Id).FirstAsync(cancel);
        db.Add(new GroupCourse
        {
            CourseId = course, TimeId = await db.GroupTimes.Select(t => t.Id).FirstAsync(cancel), TrainerId = await db.GroupTrainers.Select(t => t.Id).FirstAsync(cancel), Language = "ar", Kind = GroupKind.Parents, DecidedOn = DateOnly.FromDateTime(Day.UtcDateTime),
        });
        await db.SaveAsync(new AuditContext(account, "demo.seed", Day.UtcDateTime), new AuditSubject(Entity: "language-group", EntityId: course), cancel);
        return new Samples(
            new(StringComparer.Ordinal)
            {
                ["/households"] = household.ToString(), ["/people"] = person.ToString(), ["/plans"] = plan.ToString(), ["/tasks"] = task.ToString(), ["/meetings"] = meeting.ToString(),
                ["{practice}"] = "reception-plan", ["/practices/{practice}/meetings"] = Dialogue, ["/practices/{practice}/starts"] = "school-start-in-asylum", ["/practices/{practice}/agreement"] = "school-start-in-asylum", ["/practices/{practice}/adopt"] = "fast-track", ["/practices/{practice}/edit"] = await OwnPracticeAsync(),
                ["{anchor}"] = "arrival", ["{number:int}"] = "1", ["{consentId:guid}"] = consent.ToString(),
                ["/households/{id:guid}/takeover"] = asked.ToString(), ["/access/accounts"] = account.ToString(),
                ["{template}"] = "reminder", ["{link?}"] = DemoNewcomer.Link, ["/messages"] = message.ToString(), ["/partner/tasks"] = partnerTask.ToString(),
                ["/courses"] = course.ToString(), ["{session:guid}"] = session.ToString(), ["/partner/sessions"] = ownSession.ToString(), ["/guides"] = guide.ToString(), ["/language-groups"] = course.ToString(), ["/villas/youths"] = youth.ToString(),
                ["/housing/estates"] = mixed.ToString(), ["/housing/needs"] = waiting.ToString(), ["/housing/move-ins"] = moveIn.ToString(), ["/housing/hosts/wishes"] = looking.ToString(), ["/host/sign-in/{link?}"] = DemoHosts.Link, ["/partner/move-ins"] = moveIn.ToString(), ["/housing/allocation"] = allocation.Value.ToString(),
                ["{kind}"] = "mentors", ["/pairs/mentors"] = pair.ToString(), ["/partner/pairs"] = pair.ToString(),
                ["/organisation/units"] = unit.ToString(), ["/import"] = upload.Value.ToString(),
            },
            new(StringComparer.Ordinal)
            {
                ["/courses"] = ["/courses", "/courses?show=all"], ["/courses/week"] = ["/courses/week", "/courses/week?day=2026-11-16"], ["/courses/new"] = ["/courses/new", "/courses/new?free=true", "/courses/new?practice=industry-packages&strand=package"],
                ["/meetings/{id:guid}"] = [$"/meetings/{meeting}", $"/meetings/{openHouse}"], ["/meetings"] = ["/meetings", "/meetings?whose=all&when=month"], ["/meetings/new"] = ["/meetings/new", $"/meetings/new?household={household}"],
                ["/"] = ["/", "/?area=health", $"/?household={household}"], ["/error/{code:int}"] = ["/error/403", "/error/404", "/error/500"],
                ["/organisation/partners/{id}"] = ["/organisation/partners/new", $"/organisation/partners/{partner}"],
                ["/interpreters/register/{id}"] = ["/interpreters/register/new", $"/interpreters/register/{interpreter}"],
                ["/housing/hosts/{id:guid}"] = [$"/housing/hosts/{host}", $"/housing/hosts/{enquiry}"], ["/housing/hosts/proposal"] = ["/housing/hosts/proposal", $"/housing/hosts/proposal?choose={looking}"], ["/become-a-host/{done?}"] = ["/become-a-host", "/become-a-host/thanks"],
                ["/doctors"] = ["/doctors", $"/doctors?choose={waits}", "/doctors?km=5"], ["/doctors/practices/{id}"] = ["/doctors/practices/new", $"/doctors/practices/{doctor}"], ["/doctors/given"] = ["/doctors/given", "/doctors/given?show=open"],
                ["/villas"] = ["/villas", $"/villas?choose={villaLess}", "/villas?weight[weight-near-age]=9"],
                ["/housing/homes/{id}"] = ["/housing/homes/new", $"/housing/homes/{home}"], ["/housing/agreements/{id}"] = ["/housing/agreements/new", $"/housing/agreements/{agreement}"],
                ["/housing/allocation/{id:guid}"] = [$"/housing/allocation/{allocation.Value}", $"/housing/allocation/{allocation.Value}?choose={waiting}"],
                ["/pairs/{kind}"] = ["/pairs/mentors", $"/pairs/mentors?choose={seeking}", $"/pairs/mentors?wish={seeking}", "/pairs/families"], ["/pairs/{kind}/list"] = ["/pairs/mentors/list?show=all"],
                ["/pairs/{kind}/volunteers"] = ["/pairs/mentors/volunteers", "/pairs/families/volunteers"], ["/pairs/{kind}/volunteers/{id}"] = ["/pairs/families/volunteers/new", $"/pairs/mentors/volunteers/{volunteer}"],
                ["/pairs/{kind}/towns"] = ["/pairs/families/towns"], ["/pairs/{kind}/policy"] = ["/pairs/mentors/policy?weight[weight-industry]=0"], ["/pairs/{kind}/enquiries"] = ["/pairs/families/enquiries"],
                ["/partner/volunteers/{id}"] = ["/partner/volunteers/new?practice=families", $"/partner/volunteers/{volunteer}"],
                ["/my/sign-in/mitid/{outcome}"] = ["/my/sign-in/mitid/stopped"],
                ["/access/roles/{id}"] = ["/access/roles/new", $"/access/roles/{role}"], ["/break-glass"] = [$"/break-glass?person={hidden}"],
                ["/people/duplicates/compare"] = [$"/people/duplicates/compare?a={person}&b={twin}"],
            });
    }

    /// <summary>A family of several people that has just arrived: a road with something done and something to do.</summary>
    public async Task<Guid> FamilyAsync()
    {
        await using var db = app.Open();
        return await db.Households.Where(h => h.HasArrived).OrderByDescending(h => db.People.Count(p => p.HouseholdId == h.Id) >= 3).ThenByDescending(h => h.ArrivalDate).ThenBy(h => h.Reference)
            .Select(h => h.Id).FirstAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lars, who is asked for a code after his password: so the page that asks can be looked at.</summary>
    public async Task TurnOnAuthenticatorAsync()
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var lars = (await accounts.FindByEmailAsync(AskedForCode))!;
        await accounts.ResetAuthenticatorKeyAsync(lars);
        await accounts.SetTwoFactorEnabledAsync(lars, true);
        await scope.ServiceProvider.GetRequiredService<VejviserDb>().SaveAsync(
            new AuditContext(lars.Id, "access.turn-on-authenticator", Day.UtcDateTime), new AuditSubject(Entity: "account", EntityId: lars.Id), TestContext.Current.CancellationToken);
    }

    /// <summary>What the demo does not have, so that its pages are not looked at empty: a partner, a consent, and somebody entered twice.</summary>
    private static async Task<(Guid Partner, Guid Consent, Guid Twin)> AddToLookAtAsync(VejviserDb db, Guid account, Guid person)
    {
        var cancel = TestContext.Current.CancellationToken;
        var one = await db.People.AsNoTracking().SingleAsync(p => p.Id == person, cancel);
        var partner = new PartnerOrganisation { Name = "Havneby Boligforening", Kind = PartnerKind.HousingAssociation, Email = "kontor@boligforening.example" };
        var consent = new Consent { PersonId = person, Purpose = "contact-by-volunteers", GivenOn = new DateOnly(2026, 11, 2), GivenById = person, RegisteredBy = account };
        var twin = new Person
        {
            HouseholdId = one.HouseholdId, GivenName = one.GivenName, FamilyName = one.FamilyName, SearchName = one.SearchName, BirthDate = one.BirthDate, Sex = one.Sex, Nationality = one.Nationality, CreatedAt = one.CreatedAt,
        };
        db.AddRange(partner, consent, twin);
        await db.SaveAsync(new AuditContext(account, "demo.seed", Day.UtcDateTime), new AuditSubject(person, one.HouseholdId, "person", person), cancel);
        return (partner.Id, consent.Id, twin.Id);
    }

    /// <summary>An open task that a partner's user owns.</summary>
    private static async Task<Guid> GiveToPartnerAsync(VejviserDb db, Guid household)
    {
        var cancel = TestContext.Current.CancellationToken;
        var lone = await db.Users.SingleAsync(a => a.Email == DemoMunicipality.Partner.Email, cancel);
        var task = await db.PlanTasks.Where(t => t.HouseholdId == household && t.State == Core.Engine.Plans.TaskState.Open).OrderByDescending(t => t.Order).FirstAsync(cancel);
        task.OwnerAccountId = lone.Id;
        await db.SaveAsync(new AuditContext(lone.Id, "demo.seed", Day.UtcDateTime), new AuditSubject(null, household, "plan-task", task.Id), cancel);
        return task.Id;
    }

    /// <summary>A session that the partner's own user notes attendance at, with somebody who agrees to be known to it.</summary>
    private static async Task<Guid> HoldWithPartnerAsync(VejviserDb db, Guid account)
    {
        var cancel = TestContext.Current.CancellationToken;
        var partner = await db.Users.Where(a => a.Email == DemoMunicipality.Partner.Email).Select(a => a.PartnerId!.Value).SingleAsync(cancel);
        var day = DateOnly.FromDateTime(Day.UtcDateTime);
        var course = new Course { Title = "Cykling", FirstDay = day, LastDay = day, Seats = 5, LeaderId = account, OperatorId = partner, CreatedAt = Day.UtcDateTime };
        var meeting = new Meeting { Title = "Cykling", Kind = MeetingKind.Series, Day = day, StartsAt = Day.UtcDateTime.AddHours(1), EndsAt = Day.UtcDateTime.AddHours(2), OrganiserId = account, CreatedAt = Day.UtcDateTime };
        var person = await db.Consents.Where(c => c.Purpose == VolunteerSight.Consent && c.WithdrawnOn == null).Select(c => c.PersonId).FirstAsync(cancel);
        db.AddRange(
            course, meeting, new CourseSession { MeetingId = meeting.Id, CourseId = course.Id, Number = 1, Kind = "Cykling", Module = "Lapning", PartnerId = partner },
            new CoursePlace { CourseId = course.Id, PersonId = person, Seat = 1, AddedAt = Day.UtcDateTime, JoinedOn = day }, new MeetingParticipant { MeetingId = meeting.Id, PersonId = person });
        await db.SaveAsync(new AuditContext(account, "demo.seed", Day.UtcDateTime), new AuditSubject(Entity: "course", EntityId: course.Id), cancel);
        return meeting.Id;
    }

    /// <summary>What a practice holds by itself, a family at the asylum centre, and answers of two months to a survey.</summary>
    /// <returns>An open house with a question.</returns>
    private async Task<Guid> GatherAsync(Guid household)
    {
        var (cancel, audit) = (TestContext.Current.CancellationToken, new AuditContext(null, "demo.seed", Day.UtcDateTime));
        await using var scope = Host.Services.CreateAsyncScope();
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<VejviserDb>());
        await services.GetRequiredService<PublishPracticeVersion>().RunAsync(new PublishPracticeVersionInput(Centre, PracticeChanges.None), audit, cancel);
        var home = new Household { Name = "Amal Haddad", Centre = "Asylcenter Nordvest", CreatedAt = audit.At };
        db.Add(home);
        foreach (var (given, born, role) in new[] { ("Amal", 1990, HouseholdRole.Head), ("Lina", 2022, HouseholdRole.Child), ("Omar", 2017, HouseholdRole.Child) })
            db.Add(new Person { HouseholdId = home.Id, GivenName = given, FamilyName = "Haddad", SearchName = given, BirthDate = new DateOnly(born, 1, 9), Role = role, Language = "ar", CreatedAt = audit.At });
        await db.SaveAsync(audit, new AuditSubject(null, home.Id, "household", home.Id), cancel);
        await services.GetRequiredService<EnrolInPractice>().RunAsync(
            new EnrolInput(Centre, home.Id) { Dates = new Dictionary<string, DateOnly> { ["start"] = DateOnly.FromDateTime(Day.Date).AddDays(-7) } }, audit, cancel);
        await services.GetRequiredService<KeepMeetings>().RunAsync(Dialogue, audit, cancel);
        var openHouse = await db.Meetings.Where(m => m.Practice == Dialogue && m.PracticeMeeting == "drop-in").OrderBy(m => m.StartsAt).Select(m => m.Id).FirstAsync(cancel);
        var person = await db.People.Where(p => p.HouseholdId == household).OrderBy(p => p.Role).ThenBy(p => p.Id).Select(p => p.Id).FirstAsync(cancel);
        await services.GetRequiredService<LogQuestion>().RunAsync(new LogQuestionInput(openHouse, person, "Hvor køber jeg et buskort?", null), Reader.System, audit, cancel);
        db.SurveyAnswers.AddRange(from month in new[] { 9, 10 } from question in new[] { "looks-forward", "knows-next", "is-heard" } from score in Enumerable.Range(1, 5)
                                  select new SurveyAnswer { Practice = Dialogue, Survey = "motivation", Question = question, Month = new DateOnly(2026, month, 1), Score = Math.Min(5, score + month - 9) });
        await db.SaveAsync(audit, new AuditSubject(Entity: "survey"), cancel);
        return openHouse;
    }

    /// <summary>A practice of Havneby's own, the least that one is.</summary>
    private async Task<string> OwnPracticeAsync()
    {
        var words = new DraftWords { Da = "Natteravne" };
        var draft = new PracticeDraft
        {
            Title = words, Summary = words, Chapter = "civil-society", Lead = "volunteer-coordinator", Contact = "contact-person", DecidedBy = "contact-person", Phases = [new DraftNamed { Name = words }],
            Steps = [new DraftStep { Name = words, How = words, Owner = "contact-person", Amount = new DraftFigure { Number = "1" } }], Meetings = [new DraftMeeting { Name = words, About = words, With = "contact-person", Amount = new DraftFigure { Number = "1" } }],
            Reasons = [new DraftNamed { Name = words }], Measures = [new DraftMeasure()], CitizenTitle = words, CitizenWhat = words, CitizenChoice = words,
        };
        await using var scope = app.Host.Services.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<WriteOwnPractice>().RunAsync(new WriteOwnPracticeInput(draft), new AuditContext(null, "practices.write-own", Day.UtcDateTime), TestContext.Current.CancellationToken);
        return written.Value.Practice;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>Fills the parameters of routes: by the parameter's own name, else by the place the route is in.</summary>
/// <param name="byName">The value of a parameter.</param>
/// <param name="byRoute">The addresses of a route that has several states to look at, or that answers only with a query.</param>
public sealed class Samples(Dictionary<string, string> byName, Dictionary<string, string[]> byRoute)
{
    /// <exception cref="KeyNotFoundException">The route has a parameter nobody has a sample for: give it one.</exception>
    public IEnumerable<string> Fill(string route) => byRoute.TryGetValue(route, out var own) ? own : [Filled(route)];

    private string Filled(string route)
    {
        var at = route.IndexOf('{', StringComparison.Ordinal);
        if (at < 0)
            return route;
        var end = route.IndexOf('}', at);
        var parameter = route[at..(end + 1)];
        var place = byName.Keys.Where(k => k == parameter || k == route || route.StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k == route ? int.MaxValue : k == parameter ? int.MaxValue - 1 : k.Length)
            ?? throw new KeyNotFoundException($"No sample for {parameter} of {route}.");
        return Filled(route[..at] + byName[place] + route[(end + 1)..]);
    }
}
