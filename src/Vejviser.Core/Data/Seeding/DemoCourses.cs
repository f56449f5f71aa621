using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Courses.Cards;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Data.Seeding;

/// <summary>A course that has run for three weeks with its people and their attendance, word lists, and guides who have served: all by the use cases themselves.</summary>
internal sealed class DemoCourses(VejviserDb db, EffectivePractices practices, LawBook law, TimeProvider clock)
{
    private const int DaysAgo = 21;
    private const int Weeks = 8;
    private const int People = 6;

    private static readonly (string Name, string Words)[] Industries =
    [
        ("Køkken", "kniv,skærebræt,gryde,pande,ovn,køleskab,fryser,opskrift,råvare,smag,salt,forklæde,hygiejne,opvask,affald,allergi,servering,menu,bestilling,vask hænder"),
        ("Rengøring", "klud,spand,gulv,mop,støvsuger,rengøringsmiddel,handsker,støv,vindue,toilet,vask,tør af,skraldespand,pose,plan,nøgle,dosering,sikkerhedsblad,trappe,gang"),
        ("Lager", "palle,hylde,kasse,stregkode,gaffeltruck,plukke,pakke,følgeseddel,vægt,løfte,tape,ordre,varenummer,modtagelse,forsendelse,sikkerhedssko,port,reol,skanner,retur"),
    ];

    private static readonly (string Name, string Language)[] Guides = [("Layla Omar", "ar"), ("Dawit Haile", "ti"), ("Reza Karimi", "fa")];

    /// <summary>Does it where there is no course yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.Courses.AnyAsync(cancel))
            return;
        foreach (var (name, words) in Industries)
            Sure(await new ChangeIndustry(db, practices).RunAsync(new(null, name, words.Split(',')), Audit(0), cancel));
        await RunCourseAsync(cancel);
        await ServeAsync(cancel);
    }

    private async Task RunCourseAsync(CancellationToken cancel)
    {
        var teacher = await db.Users.Where(a => a.Email == "amina.yusuf@havneby.example").Select(a => a.Id).SingleAsync(cancel);
        var first = clock.Today().AddDays(-DaysAgo);
        WeeklyTime[] week = [new("Dansk i hverdagen", DayOfWeek.Tuesday, new TimeOnly(17, 0), 120, teacher), new("Besøg i byen", DayOfWeek.Thursday, new TimeOnly(17, 0), 90, teacher)];
        var wanted = new NewCourse("Dansk om aftenen", null, null, first, week, teacher) { Own = new FreeFigures(Weeks, People, CourseIntake.Rolling, HasCertificate: true, AttendanceLeast: 80) };
        var course = Sure(await new MakeCourse(db, practices, law).RunAsync(wanted, Reader.System with { AccountId = teacher }, Audit(DaysAgo, teacher), cancel)).CourseId;
        var people = await db.People.Where(p => db.Households.Any(h => h.Id == p.HouseholdId && h.HasArrived) && p.BirthDate < first.AddYears(-20) && p.MergedIntoId == null).OrderBy(p => p.CaseRef).Select(p => p.Id).Take(People + 2).ToListAsync(cancel);
        foreach (var person in people)
        {
            db.ChangeTracker.Clear();
            await new JoinCourse(db, practices).RunAsync(new(course, person), Reader.System with { AccountId = teacher }, Audit(DaysAgo, teacher), cancel);
        }

        await AttendAsync(course, teacher, cancel);
    }

    /// <summary>All but the newest session are noted: each time somebody else was away.</summary>
    private async Task AttendAsync(Guid course, Guid teacher, CancellationToken cancel)
    {
        var been = (await ReadCourse.SessionsAsync(db, db.CourseSessions.AsNoTracking().Where(s => s.CourseId == course), cancel)).Where(s => s.Day < clock.Today()).ToList();
        foreach (var (index, session) in been.SkipLast(1).Index())
        {
            db.ChangeTracker.Clear();
            var people = await db.MeetingParticipants.Where(p => p.MeetingId == session.MeetingId && p.PersonId != null).OrderBy(p => p.Id).Select(p => p.PersonId!.Value).ToListAsync(cancel);
            var noted = people.Index().ToDictionary(p => p.Item, p => p.Index % People == index ? AbsenceReason.Illness : (AbsenceReason?)null);
            Sure(await new NoteAttendance(db).RunAsync(new(session.MeetingId, noted), Reader.System with { AccountId = teacher }, Audit(0, teacher), cancel));
        }
    }

    private async Task ServeAsync(CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var today = clock.Today();
        var guides = Guides.Select(g => new Guide { Name = g.Name, Language = g.Language, Since = today.AddMonths(-3) }).ToList();
        var tour = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        while (tour.DayOfWeek != DayOfWeek.Saturday)
            tour = tour.AddDays(1);
        var turns = guides.Take(2).Select((g, i) => new GuideTurn { GuideId = g.Id, Meeting = "tour", Day = tour, Number = i + 1, Minutes = 120 }).ToList();
        db.AddRange(guides);
        db.AddRange(turns);
        await db.SaveAsync(Audit(0), [.. guides.Select(g => new AuditSubject(Entity: "guide", EntityId: g.Id)), .. turns.Select(t => new AuditSubject(Entity: "guide-turn", EntityId: t.Id))], cancel);
    }

    private AuditContext Audit(int daysAgo, Guid? by = null) => new(by, "demo.seed", clock.Now().AddDays(-daysAgo));

    private static T Sure<T>(Result<T> done) => done.IsSuccess ? done.Value : throw new InvalidOperationException($"The demo's courses are not made: {done.Failure.Code}.");
}
