using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Homes;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Havneby's private hosts: two new enquiries of which one has waited too long, one judged unfit, three on the waiting list, and households who look for one.</summary>
public sealed class DemoHosts(VejviserDb db, EffectivePractices practices, PlanLaw law, AuditContext audit)
{
    /// <summary>The link and code by which the host of the demo signs in to the own page.</summary>
    public const string Link = "havneby-demo-host-link";

    public const string Code = "12345678";

    private const int Looking = 3;

    private static readonly (string Name, string Address, string Area, int People, bool HasPets, Togetherness Together, string Speaks, int DaysAgo, HostState State)[] Hosts =
    [
        ("Inger Toft", "Fjordvej 12", "Fjordkvarteret", 2, false, Togetherness.Together, "da en", 64, HostState.Fit), ("Poul og Grethe Friis", "Skovbrynet 40", "Skovbrynet", 1, true, Togetherness.Apart, "da de en", 41, HostState.Fit),
        ("Samira Aziz", "Havnegade 3", "Bymidten", 1, false, Togetherness.Together, "ar da", 20, HostState.Fit), ("Bent Krogh", "Lærkevej 7", "Bymidten", 1, true, Togetherness.NoMatter, "da", 30, HostState.Unfit),
        ("Kirsten Dahl", "Møllebakken 2", "", 2, false, Togetherness.NoMatter, "da en", 6, HostState.Enquired), ("Jonas Beck", "Strandvej 88", "", 1, true, Togetherness.Apart, "da en", 0, HostState.Enquired),
    ];

    /// <summary>Does it where homes are registered and no host is.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.PrivateHosts.AnyAsync(cancel) || !await db.Municipalities.AnyAsync(m => m.IsDemo, cancel) || await db.Users.SingleOrDefaultAsync(a => a.Email == "peter.lund@havneby.example", cancel) is not { } peter)
            return;
        var areas = await db.HousingAreas.ToDictionaryAsync(a => a.Name, cancel);
        if (areas.Count == 0)
            return;
        var rules = await HostingRules.LoadAsync(db, practices, cancel);
        var calendar = await law.CalendarAsync(db, cancel);
        var subjects = new List<AuditSubject>();
        foreach (var one in Hosts)
        {
            var received = audit.At.AddDays(-one.DaysAgo);
            var host = new PrivateHost
            {
                Name = one.Name, Address = one.Address, Phone = "12 00 00 7" + subjects.Count, Language = "da", Rooms = 1, PeopleMost = one.People, From = TimeZones.DayOf(received), HasPets = one.HasPets, Together = one.Together, Speaks = one.Speaks,
                About = "Vi har et værelse stående, efter at børnene er flyttet.", ReceivedAt = received, AnswerBy = calendar.AddWorkdays(TimeZones.DayOf(received), rules.EnquiryAnswerWorkdays), Version = 1,
            };
            if (one.State != HostState.Enquired)
                Judge(host, one.State, areas.GetValueOrDefault(one.Area), Visit(host, peter.Id), peter.Id);
            db.Add(host);
            if (subjects.Count == 0)
                db.Add(GiveHostAccess.Make(host.Id, new GivenAccess(Link, Code, audit.At.AddYears(1)), audit.At));
            subjects.Add(new AuditSubject(Entity: "private-host", EntityId: host.Id));
        }

        await db.SaveAsync(audit, subjects, cancel);
        await LookAsync(cancel);
    }

    private Meeting Visit(PrivateHost host, Guid employee)
    {
        var at = TimeZones.At(TimeZones.DayOf(host.ReceivedAt.AddDays(3)), new TimeOnly(16, 0));
        var meeting = db.Add(new Meeting { Title = "Hjemmebesøg hos privat vært", Kind = MeetingKind.Single, Day = TimeZones.DayOf(at), StartsAt = at, EndsAt = at.AddMinutes(90), Where = MeetingRoom.Visit, OrganiserId = employee, State = MeetingState.Held, CreatedAt = host.ReceivedAt }).Entity;
        db.Add(new MeetingParticipant { MeetingId = meeting.Id, AccountId = employee, Attendance = Attendance.Attended });
        return meeting;
    }

    private void Judge(PrivateHost host, HostState state, HousingArea? area, Meeting visit, Guid employee)
    {
        (host.State, host.VisitMeetingId, host.AnsweredOn, host.JudgedOn) = (state, visit.Id, TimeZones.DayOf(host.ReceivedAt.AddDays(1)), visit.Day);
        host.Judgement = state == HostState.Fit ? "Eget værelse med lås, lyst og tørt, bus i nærheden." : "Værelset er i kælderen uden flugtvej.";
        if (state != HostState.Fit || area is null)
            return;
        var home = db.Add(new Dwelling { Address = host.Address, AreaId = area.Id, Kind = DwellingKind.PrivateRoom, Rooms = 1, SquareMetres = 14, Rent = 3400, Use = 400, AvailableFrom = visit.Day, Version = 1 }).Entity;
        (host.DwellingId, host.MarketRent, host.MarketRentGround, host.WaitingSince) = (home.Id, 3400, "Tre værelser af samme størrelse i kvarteret", visit.Day);
        host.Expectations = "Fælles aftensmad et par gange om ugen. Ro efter kl. 22.";
    }

    /// <summary>Households small enough who have said that they would like it.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        if (await PlanBuilder.LoadAsync(db, practices, law, HostingRules.Practice, cancel) is not { } builder)
            return;
        var households = await db.Households.Where(h => h.HasArrived && !db.Plans.Any(p => p.HouseholdId == h.Id && p.Practice == HostingRules.Practice) && db.People.Count(p => p.HouseholdId == h.Id && p.MergedIntoId == null) <= 2
                && !db.People.Any(p => p.HouseholdId == h.Id && (p.IsUnaccompanied || p.HasProtectedAddress)))
            .OrderByDescending(h => h.ArrivalDate).ThenBy(h => h.Reference).Take(Looking).ToListAsync(cancel);
        foreach (var (index, household) in households.Index())
        {
            var people = await db.People.Where(p => p.HouseholdId == household.Id && p.MergedIntoId == null).OrderBy(p => p.Role).ToListAsync(cancel);
            var began = audit.At.AddDays(-7 * (index + 1));
            var built = builder.Build(household, people, new PlanStart(null) { Dates = new Dictionary<string, DateOnly> { [Anchor.Start] = TimeZones.DayOf(began) } }, began);
            db.Plans.Add(built.Plan);
            db.PlanTasks.AddRange(built.Tasks);
            db.Add(new Consent { PersonId = people[0].Id, Purpose = HostOwnView.Consent, GivenOn = TimeZones.DayOf(began), GivenById = people[0].Id, RegisteredBy = household.CaseWorkerId ?? Guid.Empty });
            db.Add(new HostingWish { HouseholdId = household.Id, Together = index % 2 == 0 ? Togetherness.Together : Togetherness.Apart, AvoidsPets = index == 0, Version = 1 });
            await TaskAccess.GiveAsync(db, household.Id, built.Tasks.Select(t => (t.OwnerUnitId, t.OwnerAccountId)).Distinct(), cancel);
            await db.SaveAsync(audit, new AuditSubject(HouseholdId: household.Id, Entity: "plan", EntityId: built.Plan.Id), cancel);
        }
    }
}
