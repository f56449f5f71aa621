using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Courses;
using Vejviser.Core.Engine.Gatherings;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.Organisation;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Hosting;

namespace Vejviser.Bench.Seeding;

/// <summary>
/// What goes on between people in a large municipality: some fifteen thousand meetings of forty weeks behind and eight ahead, with rooms and interpreters, 120 courses, 50,000 messages, things given on, questions asked, newcomers with
/// pages of their own, and four partner organisations with users, tasks and courses.
/// </summary>
internal sealed class ContactTown
{
    /// <summary>Of each newcomer's page; the link ends in the newcomer's place among them.</summary>
    public const string Code = "20262026";

    private const int Newcomers = 400;
    private const int Interpreters = 60;
    private const int Rooms = 40;
    private const int Courses = 120;
    private const int Sessions = 16;
    private const int Seats = 15;
    private const int Messages = 50_000;
    private const int TasksOfPartner = 40;
    private const int DaysBehind = 280;
    private const int DaysAhead = 56;

    private static readonly string[] Languages = ["ar", "uk", "ti", "en", "my", "fa"];

    private readonly DateTime now = BenchClock.Start.UtcDateTime;
    private readonly DateOnly today = BenchClock.Today;
    private readonly List<Meeting> meetings = [];
    private readonly List<MeetingParticipant> participants = [];
    private readonly Dictionary<(Guid Subject, int Quarter), MeetingSlot> taken = [];
    private readonly List<InterpreterBooking> bookings = [];
    private ulong place;

    /// <param name="n">Of the newcomers with a page, from 0.</param>
    public static string Link(int n) => $"bench-newcomer-{n:000}";

    /// <returns>What was made, in words.</returns>
    public async Task<string> SeedAsync(DatabaseAddress address)
    {
        await using var db = Databases.Open(address);
        var homes = await db.Households.AsNoTracking().Where(h => h.HasArrived).OrderBy(h => h.Id).ToListAsync();
        var heads = await db.People.AsNoTracking().Where(p => p.Role == HouseholdRole.Head).ToDictionaryAsync(p => p.HouseholdId);
        var staff = await db.Users.Where(a => a.PartnerId == null).OrderBy(a => a.Email).Select(a => a.Id).ToListAsync();
        List<Room> rooms = [.. Enumerable.Range(1, Rooms).Select(n => new Room { Name = $"Lokale {n}", Seats = 8 + (n % 4 * 8) })];
        var interpreters = Enumerable.Range(0, Interpreters).Select(Interpreter).ToList();
        foreach (var home in homes.Concat(homes))
            Talk(home, heads[home.Id], rooms, interpreters);
        var talks = meetings.Count;
        var partners = Partners();
        var (courses, sessions, places) = Teach(staff, [.. heads.Values.OrderBy(p => p.Id)], partners[0], rooms);

        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000" : "SET session_replication_role = replica; SET synchronous_commit = off");
        await Bulk.InsertAsync(db, rooms);
        await Bulk.InsertAsync(db, interpreters);
        await Bulk.InsertAsync(db, interpreters.SelectMany(i => i.Languages));
        await Bulk.InsertAsync(db, interpreters.SelectMany(i => i.Hours));
        await Bulk.InsertAsync(db, meetings);
        await Bulk.InsertAsync(db, participants);
        await Bulk.InsertAsync(db, taken.Values);
        await Bulk.InsertAsync(db, bookings);
        await Bulk.InsertAsync(db, courses);
        await Bulk.InsertAsync(db, sessions);
        await Bulk.InsertAsync(db, places);
        await Bulk.InsertAsync(db, Enumerable.Range(0, Messages).Select(n => Message(n, heads[homes[n % homes.Count].Id])));
        await Bulk.InsertAsync(db, partners);
        await PartnersAsync(db, partners);
        await Bulk.InsertAsync(db, homes.Where((_, n) => n % 3 == 0).Select((h, n) => Given(n, h, heads[h.Id], partners)));
        await Bulk.InsertAsync(db, homes.Where((_, n) => n % 5 == 0).Select((h, n) => Asked(n, h, heads[h.Id])));
        var code = LinkSecrets.HashOfCode(Code);
        await Bulk.InsertAsync(db, homes.TakeLast(Newcomers).Select((h, n) => new NewcomerAccess { PersonId = heads[h.Id].Id, LinkHash = LinkSecrets.HashOf(Link(n)), CodeHash = code, GivenAt = now, ExpiresAt = now.AddDays(100) }));
        await KeepAsync(address);
        await db.Database.ExecuteSqlRawAsync(db is SqliteDb ? "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM ANALYZE");
        return $"{talks} meetings and {sessions.Count} sessions of {Courses} courses, {bookings.Count} interpreted, {Messages} messages";
    }

    /// <summary>What the practices hold by themselves, as the product books it.</summary>
    private static async Task KeepAsync(DatabaseAddress address)
    {
        await using var app = VejviserHost.Build(address, [], b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new BenchClock())));
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<KeepMeetings>().RunAllAsync(new AuditContext(null, "bench.seed", BenchClock.Start.UtcDateTime), CancellationToken.None);
    }

    /// <summary>A meeting about a household, unless one of those asked has another at that time.</summary>
    private void Talk(Household home, Person head, List<Room> rooms, List<Interpreter> interpreters)
    {
        var day = today.AddDays(Pick(DaysBehind + DaysAhead) - DaysBehind);
        if (home.CaseWorkerId is not { } worker || day < home.ArrivalDate || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return;
        var where = (MeetingRoom)Pick(4);
        var meeting = At(day, 30 * Pick(14), 45, "Samtale", where, where == MeetingRoom.OnSite ? rooms[Pick(rooms.Count)].Id : null, worker, home);
        List<MeetingParticipant> asked = [new() { MeetingId = meeting.Id, AccountId = worker }, new() { MeetingId = meeting.Id, PersonId = head.Id, Answer = (Invited)Pick(3), Attendance = meeting.State == MeetingState.Held ? Attendance.Attended : Attendance.NotNoted }];
        if (Share() < 0.3 && home.ContactPersonId is { } contact && contact != worker)
            asked.Add(new MeetingParticipant { MeetingId = meeting.Id, AccountId = contact });
        if (!Take(meeting, asked) || !head.NeedsInterpreter || Share() < 0.5)
            return;
        var booking = new InterpreterBooking { MeetingId = meeting.Id, Language = head.Language ?? "ar", Field = InterpretingField.Authority, RequestedBy = worker };
        // Behind us nearly all were found; ahead every third is still to be.
        if (interpreters.Where(i => i.Languages[0].Language == booking.Language).Skip(Pick(5)).FirstOrDefault() is { } interpreter && Share() < (day < today ? 0.95 : 0.66))
        {
            booking.Assign(interpreter.Id, (InterpretingMode)(1 + Pick(3)), meeting);
            booking.Outcome = day < today ? InterpretingOutcome.Came : InterpretingOutcome.NotNoted;
            booking.Complaint = day < today && Share() < 0.01 ? "Kom for sent." : null;
        }

        bookings.Add(booking);
    }

    private (List<Course> Courses, List<CourseSession> Sessions, List<CoursePlace> Places) Teach(List<Guid> staff, List<Person> people, PartnerOrganisation centre, List<Room> rooms)
    {
        var (courses, sessions, places) = (new List<Course>(), new List<CourseSession>(), new List<CoursePlace>());
        for (var n = 0; n < Courses; n++)
        {
            var first = today.AddDays((Pick(40) - 30) * 7);
            var course = new Course
            {
                Title = $"Dansk på jobbet, hold {n + 1}", FirstDay = first, LastDay = first.AddDays(7 * (Sessions - 1)), Seats = Seats, HasCertificate = true, AttendanceLeast = 80, LeaderId = staff[Pick(staff.Count)],
                OperatorId = n % 4 == 0 ? centre.Id : null, CreatedAt = now, Version = 1,
            };
            courses.Add(course);
            var members = Enumerable.Range(0, Seats + (n % 3)).Select(i => people[((n * 41) + i) % people.Count]).ToList();
            places.AddRange(members.Select((p, i) => new CoursePlace { CourseId = course.Id, PersonId = p.Id, Seat = i < Seats ? i + 1 : null, AddedAt = now, JoinedOn = i < Seats ? first : null, Version = 1 }));
            for (var week = 0; week < Sessions; week++)
            {
                var meeting = At(first.AddDays(7 * week), 30 * (n % 12), 30, course.Title, MeetingRoom.OnSite, rooms[n % rooms.Count].Id, course.LeaderId, null);
                List<MeetingParticipant> asked = [new() { MeetingId = meeting.Id, AccountId = course.LeaderId }, .. members.Take(Seats).Select(p => new MeetingParticipant
                {
                    MeetingId = meeting.Id, PersonId = p.Id, Answer = Invited.Coming, Attendance = meeting.State != MeetingState.Held ? Attendance.NotNoted : Pick(8) == 0 ? Attendance.NoShow : Attendance.Attended,
                })];
                if (Take(meeting, asked))
                    sessions.Add(new CourseSession { MeetingId = meeting.Id, CourseId = course.Id, Number = week + 1, Kind = "Undervisning", PartnerId = week % 2 == 0 ? course.OperatorId : null });
            }
        }

        return (courses, sessions, places);
    }

    /// <param name="minutes">After eight in the morning.</param>
    private Meeting At(DateOnly day, int minutes, int length, string title, MeetingRoom where, Guid? room, Guid organiser, Household? home)
    {
        var start = TimeZones.At(day, new TimeOnly(8, 0).AddMinutes(minutes));
        return new Meeting
        {
            Title = title, Kind = MeetingKind.Single, StartsAt = start, EndsAt = start.AddMinutes(length), Day = day, Where = where, RoomId = room, Link = where == MeetingRoom.Online ? "https://video.example/rum" : null,
            HouseholdId = home?.Id, OrganiserId = organiser, State = start >= now ? MeetingState.Planned : Share() < 0.9 ? MeetingState.Held : MeetingState.Planned, CreatedAt = start.AddDays(-20), Version = 1,
        };
    }

    private bool Take(Meeting meeting, List<MeetingParticipant> asked)
    {
        var slots = meeting.Slots(asked).ToList();
        if (slots.Exists(s => taken.ContainsKey((s.SubjectId, s.Quarter))))
            return false;
        slots.ForEach(s => taken.Add((s.SubjectId, s.Quarter), s));
        meetings.Add(meeting);
        participants.AddRange(asked);
        return true;
    }

    private Interpreter Interpreter(int n)
    {
        var interpreter = new Interpreter
        {
            Name = $"{Names.Danish(n)} {Names.DanishFamily(n + 7)}", BirthDate = new DateOnly(1960 + (n % 40), 3, 1), Sex = n % 2 == 0 ? Sex.Female : Sex.Male, IsCertified = n % 3 == 0, ByVideo = n % 4 != 3, ByPhone = true, OnSite = n % 2 == 0,
            TravelBase = "8000", TravelMinutes = 10 + (n * 3 % 90), Email = $"tolk{n}@tolke.example", Version = 1,
        };
        interpreter.Languages.Add(new InterpreterLanguage { InterpreterId = interpreter.Id, Language = Languages[n % Languages.Length] });
        foreach (var weekday in new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday })
            interpreter.Hours.Add(new InterpreterHours { InterpreterId = interpreter.Id, Weekday = weekday, From = new TimeOnly(8, 0), Until = new TimeOnly(16, 0) });
        return interpreter;
    }

    /// <summary>Most are sent; one in fifty did not arrive, one in a hundred waits, as many letters are to be printed.</summary>
    private Message Message(int n, Person person)
    {
        var at = now.AddMinutes(-6.0 * (Messages - n));
        var state = (n % 100) switch { 0 or 50 => MessageState.Dead, 1 or 2 => MessageState.Waiting, _ => MessageState.Sent };
        return new Message
        {
            Key = $"bench:{n}", Channel = n % 100 == 2 ? MessageChannel.Letter : n % 3 == 0 ? MessageChannel.Sms : MessageChannel.Email, Template = "reminder", Practice = "", Language = person.Language ?? "da", PersonId = person.Id,
            HouseholdId = person.HouseholdId, To = $"modtager{n}@post.example", Subject = "Husk din aftale", Body = "Du har en aftale. Ring til os, hvis du ikke kan komme.", CreatedAt = at, State = state,
            NextAt = state == MessageState.Waiting ? now.AddDays(1).AddMinutes(n % 600) : at, SentAt = state == MessageState.Sent ? at : null, Attempts = state == MessageState.Waiting ? 0 : 1, Error = state == MessageState.Dead ? "smtp-550" : null,
        };
    }

    private Handover Given(int n, Household home, Person head, List<PartnerOrganisation> partners) => new()
    {
        PersonId = head.Id, HouseholdId = home.Id, What = "Følg op på aftalen.", GivenBy = home.CaseWorkerId!.Value, GivenAt = now.AddHours(-n), ToAccountId = n % 3 == 0 ? null : home.ContactPersonId, ToPartnerId = n % 3 == 0 ? partners[n / 3 % partners.Count].Id : null,
        AcknowledgedAt = n < 200 ? null : now.AddHours(1 - n), AcknowledgedBy = n < 200 ? null : home.ContactPersonId, DoneAt = n < 400 ? null : now.AddHours(2 - n), DoneBy = n < 400 ? null : home.ContactPersonId, Version = 1,
    };

    private PersonQuestion Asked(int n, Household home, Person head) => new()
    {
        PersonId = head.Id, HouseholdId = home.Id, Text = "Hvornår begynder mit kursus?", Language = head.Language ?? "da", AskedAt = now.AddHours(-3 * n), Answer = n < 150 ? null : "På mandag klokken ni.", AnsweredAt = n < 150 ? null : now.AddHours(5 - (3 * n)),
        AnsweredBy = n < 150 ? null : home.ContactPersonId, Version = 1,
    };

    private static List<PartnerOrganisation> Partners() =>
    [
        new() { Name = "Sprogcenter Syd", Kind = PartnerKind.LanguageCentre, Email = "kontor@sprog.example" }, new() { Name = "Center 1", Kind = PartnerKind.AsylumCentre, Email = "kontor@center.example" },
        new() { Name = "Lægehuset", Kind = PartnerKind.MedicalPractice, IsPrivate = true, Email = "kontor@laege.example" }, new() { Name = "Nabohjælpen", Kind = PartnerKind.Association, IsPrivate = true, Email = "kontor@nabo.example" },
    ];

    /// <summary>A user for each, who owns tasks that are open.</summary>
    private async Task PartnersAsync(VejviserDb db, List<PartnerOrganisation> partners)
    {
        var role = await db.AccessRoles.Where(r => r.Name == "Partner").Select(r => r.Id).SingleAsync();
        var hash = await db.Users.Where(a => a.PasswordHash != null).Select(a => a.PasswordHash).FirstAsync();
        var open = await db.PlanTasks.Where(t => t.State == TaskState.Open && t.PersonId != null).OrderByDescending(t => t.Id).Select(t => t.Id).Take(TasksOfPartner * partners.Count).ToListAsync();
        foreach (var (n, partner) in partners.Index())
        {
            var account = new Account
            {
                UserName = Email(n), NormalizedUserName = Email(n).ToUpperInvariant(), Email = Email(n), NormalizedEmail = Email(n).ToUpperInvariant(), EmailConfirmed = true, DisplayName = $"{Names.Danish(n + 3)} {Names.DanishFamily(n)}", LockoutEnabled = true,
                PasswordHash = hash, SecurityStamp = $"p{n}", ConcurrencyStamp = $"p{n}", PartnerId = partner.Id,
            };
            await Bulk.InsertAsync(db, [account]);
            await Bulk.InsertAsync(db, [new RoleAssignment { AccountId = account.Id, RoleId = role }]);
            var own = open.Skip(n * TasksOfPartner).Take(TasksOfPartner).ToList();
            await db.PlanTasks.Where(t => own.Contains(t.Id)).ExecuteUpdateAsync(s => s.SetProperty(t => t.OwnerAccountId, account.Id).SetProperty(t => t.OwnerUnitId, (Guid?)null));
        }
    }

    /// <summary>Of a partner's user: the language centre, the asylum centre, the doctors, the association.</summary>
    public static string Email(int partner) => $"partner.{partner}@bench.example";

    private double Share() => Numbers.Share(101, place++);

    private int Pick(int below) => Numbers.Pick(102, place++, below);
}
