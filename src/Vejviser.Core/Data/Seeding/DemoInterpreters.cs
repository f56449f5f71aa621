using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Interpreters;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Law;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Data.Seeding;

/// <summary>Havneby's interpreters, none of whom exist, and a wish for one at each coming meeting with a newcomer who needs it.</summary>
internal sealed class DemoInterpreters(VejviserDb db, AuditContext audit)
{
    private static readonly (string Name, string Born, Sex Sex, bool IsCertified, bool ByVideo, bool OnSite, string Base, int Travel, (string Language, string Dialect)[] Languages)[] Register =
    [
        ("Aisha Darwish", "1984-03-12", Sex.Female, true, true, false, "8000", 55, [("ar", "Syrisk"), ("ar", "")]),
        ("Bilal Haddad", "1979-11-02", Sex.Male, false, true, true, "Havneby", 10, [("ar", "Irakisk"), ("kmr", "")]),
        ("Farzaneh Amiri", "1990-07-21", Sex.Female, true, true, true, "7100", 40, [("fa", ""), ("fa", "Dari")]),
        ("Selam Tesfay", "1988-01-30", Sex.Female, false, true, true, "6700", 70, [("ti", ""), ("am", "")]),
        ("Yusuf Warsame", "1982-09-15", Sex.Male, false, true, false, "5000", 85, [("so", "")]),
        ("Olena Kovalenko", "1993-05-05", Sex.Female, true, true, true, "Havneby", 15, [("uk", ""), ("ru", "")]),
        ("Sardar Aziz", "1975-12-24", Sex.Male, true, false, true, "7100", 40, [("ckb", "Sorani")]),
        ("Najib Rahman", "1986-08-08", Sex.Male, false, true, true, "8700", 35, [("ps", ""), ("fa", "Dari")]),
    ];

    /// <summary>Does it where there is no interpreter yet.</summary>
    public async Task SeedAsync(CancellationToken cancel)
    {
        if (await db.Interpreters.AnyAsync(cancel))
            return;
        var interpreters = Register.Select(Make).ToList();
        db.Interpreters.AddRange(interpreters);
        var waiting = await (from m in db.Meetings
                             join g in db.MeetingParticipants on m.Id equals g.MeetingId
                             join p in db.People on g.PersonId equals p.Id
                             where m.State == MeetingState.Planned && m.StartsAt > audit.At && p.NeedsInterpreter && p.Language != null && !db.InterpreterBookings.Any(b => b.MeetingId == m.Id)
                             orderby m.StartsAt, p.Id
                             select new { m.Id, m.PersonId, m.HouseholdId, Language = p.Language! }).ToListAsync(cancel);
        var bookings = waiting.DistinctBy(w => w.Id).Select(w => (Booking: new InterpreterBooking { MeetingId = w.Id, Language = w.Language, Field = InterpretingField.Authority }, About: w)).ToList();
        db.InterpreterBookings.AddRange(bookings.Select(b => b.Booking));
        await db.SaveAsync(audit,
        [
            .. interpreters.Select(i => new AuditSubject(Entity: "interpreter", EntityId: i.Id)),
            .. bookings.Select(b => new AuditSubject(b.About.PersonId, b.About.HouseholdId, "interpreter-booking", b.Booking.Id)),
        ], cancel);
    }

    private static Interpreter Make((string Name, string Born, Sex Sex, bool IsCertified, bool ByVideo, bool OnSite, string Base, int Travel, (string Language, string Dialect)[] Languages) row)
    {
        var interpreter = new Interpreter
        {
            Name = row.Name, BirthDate = DateOnly.Parse(row.Born, System.Globalization.CultureInfo.InvariantCulture), Sex = row.Sex, IsCertified = row.IsCertified,
            ByVideo = row.ByVideo, ByPhone = true, OnSite = row.OnSite, TravelBase = row.Base, TravelMinutes = row.Travel,
        };
        interpreter.Languages.AddRange(row.Languages.Select(l => new InterpreterLanguage { InterpreterId = interpreter.Id, Language = l.Language, Dialect = l.Dialect }));
        return interpreter;
    }
}
