using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Tests.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Offers;

/// <summary>Offering the small course (for grown-ups who consent; two seats) and what they answer.</summary>
public sealed class OfferingTests
{
    private const string Course = "small-course";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DateOnly Today => CourseWorld.Today;

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Offer_ToWhoFits_IsOpenAndNoted(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();

        var offer = (await OfferAsync(world, person, remind: Today.AddDays(7))).Value;

        await using var db = world.Open();
        var row = await db.Offers.AsNoTracking().SingleAsync(Cancel);
        Assert.Equal((offer, person.Id, OfferAnswer.None, Today, Today.AddDays(7)), (row.Id, row.PersonId!.Value, row.Answer, row.OfferedOn, row.RemindOn));
        Assert.Equal(person.Id, (await db.AuditEntries.SingleAsync(e => e.EntityId == offer, Cancel)).PersonId);
        Assert.Equal("offers.already-offered", (await OfferAsync(world, person)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Offer_ToWhoSurelyDoesNotFit_NeedsAReason(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var child = await world.NewPersonAsync(born: "2015-05-05");

        Assert.Equal("offers.does-not-fit", (await OfferAsync(world, child)).Failure?.Code);
        Assert.True((await OfferAsync(world, child, reason: "Går i voksenklasse")).IsSuccess);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Offer_WrongDaysUnknownOrInIt_IsRefused(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        Assert.Equal("offers.in-future", (await OfferAsync(world, person, on: Today.AddDays(1))).Failure?.Code);
        Assert.Equal("offers.remind-in-past", (await OfferAsync(world, person, remind: Today.AddDays(-1))).Failure?.Code);
        Assert.Equal("offers.practice-not-adopted", (await OfferAsync(world, person, practice: "no-such")).Failure?.Code);
        await using (var db = world.Open())
        {
            var stranger = Who(world) with { Grants = new Dictionary<string, IReadOnlySet<Guid>>() };
            var hidden = await new OfferPractice(db, world.Practices).RunAsync(new(Course, person.HouseholdId, person.Id, Today), stranger, world.By(), Cancel);
            Assert.Equal("offers.unknown-person", hidden.Failure?.Code);
        }

        await world.EnrolledAsync(person);
        Assert.Equal("offers.already-in", (await OfferAsync(world, person)).Failure?.Code);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Yes_WithConsent_BeginsInTheSameBreath(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        var offer = (await OfferAsync(world, person)).Value;

        var answered = (await AnswerAsync(world, new(offer, OfferAnswer.Yes, Today, Start: Today.AddDays(14)))).Value;

        var plan = await world.PlanAsync(answered.PlanId!.Value);
        Assert.Equal((PlanSource.Offer, offer, person.Id), (plan.Source, plan.SourceId!.Value, plan.PersonId!.Value));
        Assert.Equal(Today.AddDays(14), plan.Anchors.Single(a => a.Name == "start").Date);
        await using var db = world.Open();
        Assert.Equal(plan.Id, (await db.Offers.SingleAsync(Cancel)).PlanId);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Action == "plans.enrol" && e.EntityId == plan.Id, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Yes_WithoutConsent_WaitsForItAndBeginsOnceItIsGiven(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync(consents: false);
        var offer = (await OfferAsync(world, person)).Value;

        Assert.Equal(new AnsweredOffer(null, "contact-by-volunteers"), (await AnswerAsync(world, new(offer, OfferAnswer.Yes, Today))).Value);
        await using (var db = world.Open())
        {
            Assert.False(await db.Plans.AnyAsync(Cancel));
            db.Add(new Consent { PersonId = person.Id, Purpose = "contact-by-volunteers", GivenOn = Today, GivenById = person.Id, RegisteredBy = world.Jonas.Id });
            await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        }

        Assert.NotNull((await AnswerAsync(world, new(offer, OfferAnswer.Yes, Today))).Value.PlanId);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Yes_FiftyAtOnce_GivesOnePlan(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        var offer = (await OfferAsync(world, person)).Value;

        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AnswerAsync(world, new(offer, OfferAnswer.Yes, Today), Guid.CreateVersion7())));

        Assert.All(all, a => Assert.True(a.IsSuccess, a.Failure?.Code));
        Assert.Single(all.Select(a => a.Value.PlanId).Distinct());
        await using var db = world.Open();
        Assert.Equal(all[0].Value.PlanId, (await db.Plans.SingleAsync(Cancel)).Id);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task SameForm_Twice_AnswersTheFirstResult(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var person = await world.NewPersonAsync();
        var (form, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        var offers = new[] { await OfferAsync(world, person, command: form), await OfferAsync(world, person, command: form) };
        var answers = new[] { await AnswerAsync(world, new(offers[0].Value, OfferAnswer.No, Today), second), await AnswerAsync(world, new(offers[0].Value, OfferAnswer.No, Today), second) };

        Assert.Equal(offers[0].Value, offers[1].Value);
        Assert.All(answers, a => Assert.True(a.IsSuccess, a.Failure?.Code));
        await using var db = world.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.EntityId == offers[0].Value, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Later_NeedsADay_AndIsAskedAgain(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var offer = (await OfferAsync(world, await world.NewPersonAsync())).Value;

        Assert.Equal("offers.later-when", (await AnswerAsync(world, new(offer, OfferAnswer.Later, Today))).Failure?.Code);
        Assert.Equal("offers.answered-when", (await AnswerAsync(world, new(offer, OfferAnswer.No, Today.AddDays(1)))).Failure?.Code);
        Assert.Equal("offers.no-answer", (await AnswerAsync(world, new(offer, OfferAnswer.None, Today))).Failure?.Code);
        Assert.True((await AnswerAsync(world, new(offer, OfferAnswer.Later, Today, "Efter ferien", Today.AddDays(30)))).IsSuccess);

        await using var db = world.Open();
        var line = Assert.Single(await OfferList.OpenAsync(db, Who(world), OfferWhose.Mine, null, 1, world.By().At, Cancel));
        Assert.Equal((OfferAnswer.Later, "Efter ferien", Today.AddDays(30)), (line.Answer, line.Reason, line.RemindOn));
        Assert.True(line.IsDueOn(Today.AddDays(30)) && !line.IsDueOn(Today.AddDays(29)));
        Assert.Equal(0, await DueAsync(world, Today.AddDays(29)));
        Assert.Equal(1, await DueAsync(world, Today.AddDays(30)));
        Assert.True((await AnswerAsync(world, new(offer, OfferAnswer.No, Today))).IsSuccess);
        Assert.Equal(0, await DueAsync(world, Today.AddDays(30)));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Open_ByWhose_StandOnceAndByTheDayToAsk(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var (late, undated, soon, ours, others) = (await world.NewPersonAsync(), await world.NewPersonAsync(), await world.NewPersonAsync(), await world.NewPersonAsync(), await world.NewPersonAsync());
        foreach (var (person, days) in new (Person, int?)[] { (late, 9), (undated, null), (soon, 3), (ours, 1), (others, 5) })
            Assert.True((await OfferAsync(world, person, remind: days is { } d ? Today.AddDays(d) : null)).IsSuccess);
        var mette = new Account { UserName = "mette", DisplayName = "Mette Lund" };
        await using var db = world.Open();
        db.AddRange(mette, new UnitMember { AccountId = mette.Id, UnitId = world.Employment.Id }, new HouseholdAccess { HouseholdId = late.HouseholdId, UnitId = world.Employment.Id, Why = "test" });
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        await db.Offers.Where(o => o.PersonId == ours.Id || o.PersonId == others.Id).ExecuteUpdateAsync(s => s.SetProperty(o => o.OfferedBy, mette.Id), Cancel);
        await db.Households.Where(h => h.Id == soon.HouseholdId).ExecuteUpdateAsync(s => s.SetProperty(h => h.CaseWorkerId, world.Jonas.Id), Cancel);
        await db.Households.Where(h => h.Id == ours.HouseholdId).ExecuteUpdateAsync(s => s.SetProperty(h => h.ContactPersonId, world.Jonas.Id), Cancel);

        async Task<IEnumerable<Guid?>> OpenAsync(OfferWhose whose) =>
            (await OfferList.OpenAsync(db, Who(world) with { UnitIds = [world.Employment.Id] }, whose, Course, 1, world.By().At, Cancel)).Select(o => o.PersonId);

        Assert.Equal([ours.Id, soon.Id, late.Id, undated.Id], await OpenAsync(OfferWhose.Mine));
        Assert.Equal([ours.Id, others.Id, late.Id], await OpenAsync(OfferWhose.Unit));
        Assert.Equal([ours.Id, soon.Id, others.Id, late.Id, undated.Id], await OpenAsync(OfferWhose.All));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task Mistakes_AreTakenBack_UntilThePlanHasBegun(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var offer = (await OfferAsync(world, await world.NewPersonAsync())).Value;
        Assert.Equal("offers.not-answered", (await UndoAsync(world, offer)).Failure?.Code);
        await AnswerAsync(world, new(offer, OfferAnswer.No, Today, "Vil ikke"));
        Assert.Equal("offers.answered-already", (await WithdrawAsync(world, offer)).Failure?.Code);
        Assert.Equal("offers.answered-already", (await AnswerAsync(world, new(offer, OfferAnswer.Yes, Today))).Failure?.Code);

        Assert.True((await UndoAsync(world, offer)).IsSuccess);
        Assert.True((await AnswerAsync(world, new(offer, OfferAnswer.Yes, Today))).IsSuccess);
        Assert.Equal("offers.has-begun", (await UndoAsync(world, offer)).Failure?.Code);

        var another = (await OfferAsync(world, await world.NewPersonAsync())).Value;
        Assert.True((await WithdrawAsync(world, another)).IsSuccess);
        Assert.Equal("offers.unknown", (await WithdrawAsync(world, another)).Failure?.Code);
        await using var db = world.Open();
        Assert.Equal(offer, (await db.Offers.SingleAsync(Cancel)).Id);
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task TargetGroup_LeavesOutWhoHasAnOfferOrAPlan(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var (fits, offered, takesPart) = (await world.NewPersonAsync(), await world.NewPersonAsync(), await world.NewPersonAsync());
        await world.NewPersonAsync(born: "2015-05-05");
        await OfferAsync(world, offered);
        await world.EnrolledAsync(takesPart);
        await using var db = world.Open();
        var practice = (await world.Practices.FindAsync(db, Course, Cancel))!;

        var counts = await TargetGroup.CountAsync(db, practice, Who(world), new(), Today, world.By().At, Cancel);
        var rows = await TargetGroup.FirstAsync(db, practice, Who(world), new(), 50, Today, world.By().At, Cancel);

        Assert.Equal((new TargetCounts(1, 0), fits.Id), (counts, Assert.Single(rows).PersonId!.Value));
        var stranger = Who(world) with { Grants = new Dictionary<string, IReadOnlySet<Guid>>() };
        Assert.Equal(new TargetCounts(0, 0), await TargetGroup.CountAsync(db, practice, stranger, new(), Today, world.By().At, Cancel));
        Assert.Equal(new TargetCounts(0, 0), await TargetGroup.CountAsync(db, practice, Who(world), new(CaseWorker: world.Jonas.Id), Today, world.By().At, Cancel));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task TargetGroup_Members_StandByNameAndThenById(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var people = new List<Person>();
        for (var i = 0; i < 4; i++)
            people.Add(await world.NewPersonAsync());
        await using var db = world.Open();
        foreach (var (person, name) in people.Zip(["omar", "amal", "omar", "bana"]))
            await db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.SearchName, name), Cancel);
        var practice = (await world.Practices.FindAsync(db, Course, Cancel))!;

        var members = await TargetGroup.MembersAsync(db, practice, Who(world), null, Today, world.By().At, Cancel);

        Assert.Equal([people[1].Id, people[3].Id, .. new[] { people[0].Id, people[2].Id }.Order()], members.Select(m => m.Id));
    }

    [Theory]
    [ClassData(typeof(BothDatabases))]
    public async Task OfferToMany_TickedAndGoneMeanwhile_OffersToWhoIsLeft(DatabaseKind kind)
    {
        await using var world = await CourseWorld.CreateAsync(kind);
        var (one, two, child) = (await world.NewPersonAsync(), await world.NewPersonAsync(), await world.NewPersonAsync(born: "2015-05-05"));
        await OfferAsync(world, two);
        await using var db = world.Open();

        var done = await new OfferToMany(db, world.Practices).RunAsync(new(Course, [one.Id, two.Id, child.Id], Today, null), Who(world), world.By(), Cancel);

        Assert.Equal(new OfferedToMany(1, 2), done.Value);
        Assert.Equal(2, await db.Offers.CountAsync(Cancel));
        Assert.Equal("offers.nobody-ticked", (await new OfferToMany(db, world.Practices).RunAsync(new(Course, [], Today, null), Who(world), world.By(), Cancel)).Failure?.Code);
    }

    private static Reader Who(CourseWorld world) => Reader.System with { AccountId = world.Jonas.Id };

    private static async Task<Result<Guid>> OfferAsync(
        CourseWorld world, Person person, string practice = Course, DateOnly? on = null, string? reason = null, DateOnly? remind = null, Guid? command = null)
    {
        await using var db = world.Open();
        return await new OfferPractice(db, world.Practices).RunAsync(new(practice, person.HouseholdId, person.Id, on ?? Today, reason, null, remind), Who(world), world.By(command), Cancel);
    }

    private static async Task<Result<AnsweredOffer>> AnswerAsync(CourseWorld world, AnswerOfferInput input, Guid? command = null)
    {
        await using var db = world.Open();
        return await new AnswerOffer(db, world.Practices, OfferServices.EnrolBy(world.Enrolling(db))).RunAsync(input, Who(world), world.By(command), Cancel);
    }

    private static async Task<Result<Done>> UndoAsync(CourseWorld world, Guid offer)
    {
        await using var db = world.Open();
        return await new UndoAnswer(db).RunAsync(offer, Who(world), world.By(), Cancel);
    }

    private static async Task<Result<Done>> WithdrawAsync(CourseWorld world, Guid offer)
    {
        await using var db = world.Open();
        return await new WithdrawOffer(db).RunAsync(offer, Who(world), world.By(), Cancel);
    }

    private static async Task<int> DueAsync(CourseWorld world, DateOnly day)
    {
        using var reads = new PreparedReads(world.Address);
        return await reads.AskAsync(OffersDueCount.Of(Who(world), day), Cancel);
    }
}
