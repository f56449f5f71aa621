using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Plans;

/// <summary>A municipality with the small course and its successor adopted, and grown-ups who consent to it.</summary>
internal sealed class CourseWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly PlanLaw law = new((_, _) => null, _ => SmallPractice.Workdays, (name, _, _) => name);

    private CourseWorld(TestDatabase database) => this.database = database;

    public static DateOnly Today { get; } = new(2026, 2, 2);

    public Account Jonas { get; } = new() { UserName = "jonas", DisplayName = "Jonas Krogh" };

    public Unit Employment { get; } = new() { Name = "Beskæftigelse" };

    public EffectivePractices Practices { get; } = new(SmallCourse.Catalogue());

    public DatabaseAddress Address => database.Address;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<CourseWorld> CreateAsync(DatabaseKind kind)
    {
        var world = new CourseWorld(await TestDatabase.CreateAsync(kind));
        await using (var db = world.Open())
        {
            db.AddRange(world.Jonas, world.Employment, new PracticeRole { Practice = PracticeRole.Everywhere, Role = "advisor", UnitId = world.Employment.Id });
            await db.SaveAsync(world.By(), new AuditSubject(Entity: "test"), Cancel);
        }

        foreach (var practice in new[] { "small-course", "small-next" })
            await world.AdoptAsync(practice);
        return world;
    }

    public async Task AdoptAsync(string practice, params (string Setting, int Value)[] settings)
    {
        await using var db = Open();
        var changes = PracticeChanges.None with { Settings = settings.ToDictionary(s => s.Setting, s => s.Value) };
        Assert.True((await new PublishPracticeVersion(db, Practices).RunAsync(new(practice, changes), By(), Cancel)).IsSuccess);
    }

    public VejviserDb Open() => database.Open();

    public AuditContext By(Guid? command = null, int day = 0) => new(Jonas.Id, "test.do", Today.AddDays(day).ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc), CommandId: command);

    public async Task<Person> NewPersonAsync(string born = "1990-05-05", bool consents = true)
    {
        await using var db = Open();
        var household = new Household { Name = "Rahimi", Basis = ResidenceBasis.Asylum71, CreatedAt = By().At };
        var person = PlanWorld.NewPerson(household, HouseholdRole.Head, born, EducationLevel.Unknown);
        db.AddRange(household, person);
        if (consents)
            db.Add(new Consent { PersonId = person.Id, Purpose = "contact-by-volunteers", GivenOn = Today, GivenById = person.Id, RegisteredBy = Jonas.Id });
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return person;
    }

    public async Task<Result<Enrolled>> EnrolAsync(Person person, string practice = "small-course", AuditContext? by = null, string? despite = null, params (string Anchor, DateOnly Date)[] dates)
    {
        await using var db = Open();
        var input = new EnrolInput(practice, person.HouseholdId, person.Id, Despite: despite) { Dates = dates.ToDictionary(d => d.Anchor, d => d.Date) };
        return await Enrolling(db).RunAsync(input, by ?? By(), Cancel);
    }

    public EnrolInPractice Enrolling(VejviserDb db) => new(db, Practices, law, Effects(), endings: [new LeaveWithPlan(db, new LeaveCourse(db))]);

    /// <summary>A group of the practice that began a week ago, with these in it: seats for so many and no more.</summary>
    public async Task<Guid> GroupAsync(string practice, params Person[] people)
    {
        await using var db = Open();
        var course = new Course { Title = "Gruppe", Practice = practice, FirstDay = Today.AddDays(-7), LastDay = Today.AddDays(70), Seats = people.Length, LeaderId = Jonas.Id, CreatedAt = By().At };
        db.Add(course);
        db.AddRange(people.Select((p, i) => new CoursePlace { CourseId = course.Id, PersonId = p.Id, Seat = i + 1, AddedAt = By().At, JoinedOn = course.FirstDay }));
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return course.Id;
    }

    public async Task<Guid> EnrolledAsync(Person person, string practice = "small-course") => (await EnrolAsync(person, practice)).Value.PlanId;

    public async Task<Result<Done>> EndAsync(Guid plan, PlanState how, string? reason = null, string? practice = null, AuditContext? by = null)
    {
        await using var db = Open();
        return await new EndPlan(db, Practices, law, Effects(), new EvidenceRules(), [new LeaveWithPlan(db, new LeaveCourse(db))]).RunAsync(new(plan, how, reason, Practice: practice), by ?? By(), Cancel);
    }

    public async Task<Result<Done>> PauseAsync(Guid plan, DateOnly? until = null, int day = 0)
    {
        await using var db = Open();
        return await new PausePlan(db).RunAsync(new(plan, until), By(day: day), Cancel);
    }

    public async Task<Result<Done>> ResumeAsync(Guid plan, int day)
    {
        await using var db = Open();
        return await new ResumePlan(db, Practices, law).RunAsync(new(plan), By(day: day), Cancel);
    }

    public async Task<Result<Done>> ReopenAsync(Guid plan)
    {
        await using var db = Open();
        return await new ReopenPlan(db, Practices).RunAsync(new(plan), By(), Cancel);
    }

    public async Task<Result<Done>> RegisterAsync(Guid plan, bool? isYes, DateOnly? on = null, string outcome = "in-work")
    {
        await using var db = Open();
        return await new RegisterOutcome(db, Practices).RunAsync(new(plan, outcome, isYes, on ?? Today), By(), Cancel);
    }

    public async Task FinishAsync(Guid plan, string step)
    {
        await using var db = Open();
        var id = await db.PlanTasks.Where(t => t.PlanId == plan && t.Step == step).Select(t => t.Id).SingleAsync(Cancel);
        Assert.True((await new CompleteTask(db, Practices, law, new EvidenceRules()).RunAsync(new(id), By(), Cancel)).IsSuccess);
    }

    public async Task<Plan> PlanAsync(Guid id)
    {
        await using var db = Open();
        return await db.Plans.AsNoTracking().Include(p => p.Anchors).SingleAsync(p => p.Id == id, Cancel);
    }

    public async Task<Dictionary<string, PlanTask>> TasksAsync(Guid plan)
    {
        await using var db = Open();
        return await db.PlanTasks.AsNoTracking().Where(t => t.PlanId == plan).ToDictionaryAsync(t => t.Step, Cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    public async Task<Result<PlanDatesPreview>> PreviewAsync(Guid plan, params (string Anchor, DateOnly? Date)[] dates)
    {
        await using var db = Open();
        return await new PreviewPlanDates(db, Practices, law).RunAsync(new(plan, dates.ToDictionary(d => d.Anchor, d => d.Date)), Today, Cancel);
    }

    public async Task<Result<Rescheduled>> RescheduleAsync(Guid plan, string? token, params (string Anchor, DateOnly? Date)[] dates)
    {
        await using var db = Open();
        return await new ReschedulePlan(db, Practices, law).RunAsync(new(new(plan, dates.ToDictionary(d => d.Anchor, d => d.Date)), token), By(), Cancel);
    }

    public async Task<Result<Joined>> JoinAsync(Func<JoinHousehold, Task<Result<Joined>>> join)
    {
        await using var db = Open();
        return await join(new JoinHousehold(db, new FamilyArrival(Practices, law, Effects())));
    }

    private PlanEffects Effects() => PlanEffects.Of(Practices, law);
}
