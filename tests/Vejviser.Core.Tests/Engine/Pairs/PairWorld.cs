using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.CivilSociety.HostFamilies;
using Vejviser.Core.Chapters.Employment;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Pairs;

/// <summary>Both practices adopted as the catalogue has them, an association with two users, two towns, and newcomers and volunteers as the test adds them.</summary>
internal sealed class PairWorld : IAsyncDisposable
{
    private readonly TestDatabase database;

    private PairWorld(TestDatabase database) => this.database = database;

    /// <summary>A Monday.</summary>
    public static DateTime Now { get; } = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static DateOnly Today { get; } = new(2026, 3, 2);

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static EffectivePractices Practices { get; } = new(PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue")));

    public static PlanLaw Law { get; } = PlanLaw.Of(LawBook.Load(Path.Combine(AppContext.BaseDirectory, "law")));

    public static MentorPairs Mentors { get; } = new();

    public static HostFamilyPairs Families { get; } = new();

    public static PairPractices All { get; } = new([Mentors, Families]);

    public Account Rasmus { get; } = new() { UserName = "rasmus", DisplayName = "Rasmus Vind" };

    public PartnerOrganisation Association { get; } = new() { Name = "Frivilligcenter", Kind = PartnerKind.Association };

    public Town Town { get; } = new() { Name = "Havneby" };

    public Town Other { get; } = new() { Name = "Skovby" };

    public Account Lone { get; private set; } = null!;

    public Account Erik { get; private set; } = null!;

    private readonly Dictionary<string, Guid> versions = new(StringComparer.Ordinal);

    public Reader Coordinator => Reader.System with { AccountId = Rasmus.Id };

    /// <summary>Keeps the association's volunteers.</summary>
    public Reader OfAssociation => Partner(Lone.Id, Permissions.Partner, Permissions.Volunteer);

    /// <summary>Is a volunteer and no more.</summary>
    public Reader OfVolunteer => Partner(Erik.Id, Permissions.Volunteer);

    public static async Task<PairWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new PairWorld(await TestDatabase.CreateAsync(kind));
        world.Lone = new Account { UserName = "lone", DisplayName = "Lone Krag", PartnerId = world.Association.Id, Kind = AccountKind.Partner };
        world.Erik = new Account { UserName = "erik", DisplayName = "Erik Holt", PartnerId = world.Association.Id, Kind = AccountKind.Partner };
        await using var db = world.Open();
        db.AddRange(world.Rasmus, world.Association, world.Town, world.Other, world.Lone, world.Erik);
        foreach (var practice in new[] { Mentors.Id, Families.Id })
        {
            var version = new PracticeVersion { Practice = practice, Number = 1, Changes = (PracticeChanges.None with { CatalogueVersion = 1 }).ToJson(), PublishedAt = Now };
            world.versions.Add(practice, version.Id);
            db.Add(version);
        }

        db.Add(new PracticeRole { Practice = PracticeRole.Everywhere, Role = "volunteer-coordinator", AccountId = world.Rasmus.Id });
        await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        return world;
    }

    public DatabaseAddress Address => database.Address;

    public VejviserDb Open() => database.Open();

    public AuditContext By(int days = 0, Guid? command = null, Guid? actor = null) => new(actor ?? Rasmus.Id, "test.do", Now.AddDays(days), CommandId: command);

    /// <summary>An engineer who agrees to volunteers, in the mentor practice.</summary>
    public async Task<(Guid Plan, Guid Person)> EngineerAsync(string industry = "It", bool hasConsent = true, Proficiency english = Proficiency.Good)
    {
        await using var db = Open();
        var home = new Household { Name = "Ali", CreatedAt = Now };
        var person = NewPerson(home.Id, HouseholdRole.Head, new DateOnly(1990, 1, 1));
        (person.Education, person.English, person.DenmarkSince, person.Language) = (EducationLevel.University, english, Today.AddMonths(-6), "ar");
        db.AddRange(home, person);
        if (hasConsent)
            db.Add(ConsentOf(person.Id));
        var plan = PlanOf(Mentors.Id, home.Id, person.Id);
        var wish = new PairWish { PlanId = plan.Id, TownId = Town.Id };
        wish.Industries.Add(new PairWishIndustry { PlanId = plan.Id, Industry = industry });
        db.AddRange(plan, wish);
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return (plan.Id, person.Id);
    }

    /// <summary>A grown-up with a child of an age, who agrees to volunteers, in the practice of host families.</summary>
    public async Task<(Guid Plan, Guid Grown)> FamilyAsync(int childAge = 8)
    {
        await using var db = Open();
        var home = new Household { Name = "Ali", CreatedAt = Now };
        var (grown, child) = (NewPerson(home.Id, HouseholdRole.Head, new DateOnly(1990, 1, 1)), NewPerson(home.Id, HouseholdRole.Child, Today.AddYears(-childAge).AddDays(-1)));
        var plan = PlanOf(Families.Id, home.Id, null);
        db.AddRange(home, grown, child, ConsentOf(grown.Id), plan, new PairWish { PlanId = plan.Id, TownId = Town.Id });
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return (plan.Id, grown.Id);
    }

    public async Task<Guid> VolunteerAsync(PairPractice practice, string name, string industry = "It", Guid? account = null, DateOnly? certificateOn = null, int most = 1)
    {
        await using var db = Open();
        var added = await new ChangeVolunteer(db).RunAsync(
            practice,
            new ChangeVolunteerInput(null, Association.Id, name, null, account, most, 4, false, certificateOn is null ? CertificateState.None : CertificateState.Seen, certificateOn, [Town.Id], ["ar"], [industry], [], 0), Coordinator, By(), Cancel);
        Assert.True(added.IsSuccess, added.Failure?.Code);
        return added.Value;
    }

    public async Task<SeenPairs> SeeAsync(PairPractice practice)
    {
        await using var db = Open();
        return await new SeePairs(Practices).RunAsync(db, practice, Today, Cancel);
    }

    public async Task<Result<int>> DecideAsync(PairPractice practice, string? fingerprint = null, Guid? command = null)
    {
        fingerprint ??= (await SeeAsync(practice)).Proposal.Fingerprint;
        await using var db = Open();
        return await new DecidePairs(db, new SeePairs(Practices), Steps(db)).RunAsync(practice, new DecidePairsInput(fingerprint, null), Coordinator, By(command: command), Cancel);
    }

    public async Task<Result<PairState>> AnswerAsync(Guid pair, PairParty party, bool isYes, Reader? who = null)
    {
        await using var db = Open();
        return await new AnswerPair(db, Practices, All, Steps(db)).RunAsync(new AnswerPairInput(pair, party, isYes, null), who ?? Coordinator, By(), Cancel);
    }

    /// <summary>On the newcomer's own page: no account stands behind it.</summary>
    public async Task<Result<PairState>> OwnAnswerAsync(Guid pair, bool isYes, Guid person, Guid? household)
    {
        await using var db = Open();
        return await new AnswerPair(db, Practices, All, Steps(db)).ByNewcomerAsync(pair, isYes, person, household, new AuditContext(null, "test.own", Now), Cancel);
    }

    /// <summary>The newcomer's yes by an employee, stopped when the pair has been saved and the step has not.</summary>
    public async Task AnswerThenStopAsync(Guid pair)
    {
        using var stop = new CancellationTokenSource();
        await using var db = Open();
        db.SavedChanges += (_, _) => stop.Cancel();
        await new AnswerPair(db, Practices, All, Steps(db)).RunAsync(new AnswerPairInput(pair, PairParty.Newcomer, IsYes: true, null), Coordinator, By(), stop.Token);
    }

    /// <summary>An open step of somebody's plan.</summary>
    public async Task TaskAsync(Guid plan, Guid person, string step)
    {
        await using var db = Open();
        var of = await db.Plans.SingleAsync(p => p.Id == plan, Cancel);
        db.Add(new PlanTask { PlanId = plan, Practice = of.Practice, Step = step, Area = "employment", Phase = "match", OwnerRole = "volunteer-coordinator", HouseholdId = of.HouseholdId, PersonId = person, Order = 1 });
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
    }

    /// <summary>Asked, and both have said yes.</summary>
    public async Task<Guid> AgreeAsync(PairPractice practice, Guid plan)
    {
        Assert.True((await DecideAsync(practice)).IsSuccess);
        var pair = (await PairsAsync()).Single(p => p.HeldPlanId == plan).Id;
        await AnswerAsync(pair, PairParty.Newcomer, isYes: true);
        Assert.Equal(PairState.Agreed, (await AnswerAsync(pair, PairParty.Volunteer, isYes: true)).Value);
        return pair;
    }

    public async Task<Result<Done>> BeginAsync(Guid pair, DateOnly day)
    {
        await using var db = Open();
        return await new BeginPair(db, Practices, new ReschedulePlan(db, Practices, Law), Steps(db)).RunAsync(pair, day, Coordinator, By(), Cancel);
    }

    public async Task<Result<Done>> LogAsync(Guid pair, DateOnly day, int minutes, Reader who, int days = 0)
    {
        await using var db = Open();
        return await new LogVolunteerHours(db).RunAsync(new LogVolunteerHoursInput(pair, day, minutes, null), who, By(days, actor: who.AccountId), Cancel);
    }

    public async Task<Result<Done>> CloseAsync(Guid pair, int days, params (string Outcome, bool IsYes)[] outcomes)
    {
        await using var db = Open();
        return await new ClosePair(db, Practices, All, Steps(db)).RunAsync(new ClosePairInput(pair, outcomes.ToDictionary(o => o.Outcome, o => o.IsYes), "Fik et job"), Coordinator, By(days), Cancel);
    }

    public async Task<Result<Done>> WithdrawAsync(Guid volunteer, bool isWithdrawn = true)
    {
        await using var db = Open();
        return await new ChangeVolunteer(db).WithdrawAsync(volunteer, isWithdrawn, Coordinator, By(), Cancel);
    }

    public async Task WithdrawConsentAsync(Guid person)
    {
        await using var db = Open();
        foreach (var consent in await db.Consents.Where(c => c.PersonId == person).ToListAsync(Cancel))
            consent.WithdrawnOn = Today;
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
    }

    public async Task<IReadOnlyList<VolunteerPair>> PairsAsync()
    {
        await using var db = Open();
        return await db.VolunteerPairs.AsNoTracking().ToListAsync(Cancel);
    }

    public async Task<IReadOnlyList<Guid>> SeenByAsync(Reader who)
    {
        await using var db = Open();
        return await PairSight.Of(db, who, Today).Select(p => p.Id).ToListAsync(Cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static PairSteps Steps(VejviserDb db) => new(db, new CompleteTask(db, Practices, Law, new EvidenceRules()));

    private static Person NewPerson(Guid home, HouseholdRole role, DateOnly born) => new() { HouseholdId = home, Role = role, GivenName = "Navn", FamilyName = "Navn", SearchName = "navn", BirthDate = born, CreatedAt = Now };

    private Consent ConsentOf(Guid person) => new() { PersonId = person, Purpose = VolunteerSight.Consent, GivenOn = Today, GivenById = person, RegisteredBy = Rasmus.Id };

    private Plan PlanOf(string practice, Guid home, Guid? person) =>
        new() { Practice = practice, PracticeVersionId = versions[practice], HouseholdId = home, PersonId = person, LawDate = Today, StartedAt = Now, Anchors = { new PlanAnchor { Name = "start", Date = Today } } };

    private Reader Partner(Guid account, params string[] permissions) => new(account, "", "da", [], permissions.ToDictionary(p => p, _ => (IReadOnlySet<Guid>)new HashSet<Guid>()), Association.Id);
}
