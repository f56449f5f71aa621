using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Enrolment;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;
using Vejviser.Core.Tests.Engine.Meetings;
using Vejviser.Core.Tests.Engine.Plans;
using Vejviser.Testing;

namespace Vejviser.Core.Tests.Engine.Courses;

/// <summary>The meetings' world with the real catalogue, of which one practice is adopted where a test asks for it.</summary>
internal sealed class CoursesWorld : IAsyncDisposable
{
    private CoursesWorld(MeetingWorld meetings) => Meetings = meetings;

    public static PracticeCatalogue Catalogue { get; } = PracticeCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"));

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The first Monday after the world's now: 9 February 2026.</summary>
    public static DateOnly Monday { get; } = new(2026, 2, 9);

    public MeetingWorld Meetings { get; }

    public PlanWorld Plans => Meetings.Plans;

    public EffectivePractices Practices { get; } = new(Catalogue);

    public Reader Mette => Meetings.Mette;

    public static async Task<CoursesWorld> CreateAsync(DatabaseKind kind) => new(await MeetingWorld.CreateAsync(kind));

    public VejviserDb Open() => Meetings.Open();

    /// <param name="day">Days after the world's now, at nine in the evening: what was held that day has been.</param>
    public AuditContext By(Guid? command = null, int day = 0) => new(Plans.Mette.Id, "test.do", PlanWorld.Now.Date.AddDays(day).AddHours(20), CommandId: command);

    public WeeklyTime Time(DayOfWeek weekday = DayOfWeek.Monday, string at = "10:00", int minutes = 60, Account? teacher = null, Room? room = null) =>
        new("Undervisning", weekday, TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture), minutes, (teacher ?? Plans.Jonas).Id, room?.Id);

    public NewCourse Free(int weeks = 4, int seats = 2, CourseIntake intake = CourseIntake.Rolling, int least = 0, bool leavesOut = false, DateOnly? first = null, params WeeklyTime[] times) =>
        new("Dansk om aftenen", null, null, first ?? Monday, times.Length == 0 ? [Time()] : times, Plans.Mette.Id, LeavesOutTaken: leavesOut) { Own = new(weeks, seats, intake, HasCertificate: true, least) };

    public async Task<Result<MadeCourse>> MakeAsync(NewCourse course, Guid? command = null)
    {
        await using var db = Open();
        return await new MakeCourse(db, Practices, MeetingWorld.Law).RunAsync(course, Mette, By(command), Cancel);
    }

    public async Task<Guid> MadeAsync(NewCourse course)
    {
        var made = await MakeAsync(course);
        Assert.True(made.IsSuccess, made.Failure?.Code);
        return made.Value.CourseId;
    }

    public async Task<Result<JoinedCourse>> JoinAsync(Guid course, Person person, int day = 0)
    {
        await using var db = Open();
        return await new JoinCourse(db, Practices).RunAsync(new(course, person.Id), Mette, By(day: day), Cancel);
    }

    public async Task<Result<int>> LeaveAsync(Guid course, Guid place, int day = 0)
    {
        await using var db = Open();
        return await new LeaveCourse(db).RunAsync(course, place, By(day: day), Cancel);
    }

    public async Task<Result<Done>> NoteAsync(Guid session, int day, params (Person Person, AbsenceReason? Absence)[] noted)
    {
        await using var db = Open();
        return await new NoteAttendance(db).RunAsync(new(session, noted.ToDictionary(n => n.Person.Id, n => n.Absence)), Mette, By(day: day), Cancel);
    }

    public async Task<CourseView> ReadAsync(Guid course, Reader? who = null)
    {
        await using var db = Open();
        return (await ReadCourse.RunAsync(db, who ?? Mette, course, By().At, Cancel))!;
    }

    public async Task<List<Person>> NewPeopleAsync(int count, string born = "1990-05-05")
    {
        await using var db = Open();
        var people = new List<Person>();
        for (var i = 0; i < count; i++)
        {
            var household = new Household { Name = "Rahimi", Basis = ResidenceBasis.Asylum71, Centre = "Tranum", CreatedAt = PlanWorld.Now };
            people.Add(PlanWorld.NewPerson(household, HouseholdRole.Head, born, EducationLevel.Unknown));
            db.AddRange(household, people[^1]);
        }

        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
        return people;
    }

    public async Task ConsentAsync(IEnumerable<Person> people, string purpose)
    {
        await using var db = Open();
        db.AddRange(people.Select(p => new Consent { PersonId = p.Id, Purpose = purpose, GivenOn = By().Day, GivenById = p.Id, RegisteredBy = Plans.Mette.Id }));
        await db.SaveAsync(By(), new AuditSubject(Entity: "test"), Cancel);
    }

    public async Task AdoptAsync(string practice)
    {
        await using var db = Open();
        Assert.True((await new PublishPracticeVersion(db, Practices).RunAsync(new(practice, PracticeChanges.None), By(), Cancel)).IsSuccess);
    }

    public async Task<Result<Enrolled>> EnrolAsync(string practice, Person person, string? despite = null)
    {
        await using var db = Open();
        var law = Plans.Law;
        return await new EnrolInPractice(db, Practices, law, PlanEffects.Of(Practices, law)).RunAsync(new EnrolInput(practice, person.HouseholdId, person.Id, Despite: despite), By(), Cancel);
    }

    /// <summary>A course of the practice's first strand with fewer seats than it has there.</summary>
    public async Task<Guid> OfPracticeAsync(string practice, int seats)
    {
        var strand = Catalogue.Find(practice)!.With(PracticeChanges.None).Courses[0];
        var made = await MadeAsync(new NewCourse("Gruppe", practice, strand.Id, Monday, [Time(minutes: strand.Sessions[0].Minutes!.Value.Value) with { Kind = strand.Sessions[0].Id, TeachesModules = true }], Plans.Mette.Id));
        await using var db = Open();
        await db.Courses.Where(c => c.Id == made).ExecuteUpdateAsync(s => s.SetProperty(c => c.Seats, seats), Cancel);
        return made;
    }

    /// <summary>With the first reason the practice has.</summary>
    public async Task<Result<Done>> BreakOffAsync(Guid plan, string practice, int day)
    {
        await using var db = Open();
        var law = Plans.Law;
        var end = new EndPlan(db, Practices, law, PlanEffects.Of(Practices, law), new EvidenceRules(), [new LeaveWithPlan(db, new LeaveCourse(db))]);
        return await end.RunAsync(new EndPlanInput(plan, PlanState.BrokenOff, Catalogue.Find(practice)!.With(PracticeChanges.None).Ending.BrokenOff[0]), By(day: day), Cancel);
    }

    public ValueTask DisposeAsync() => Meetings.DisposeAsync();
}
