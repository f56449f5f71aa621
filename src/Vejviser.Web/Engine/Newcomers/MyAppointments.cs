using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>An appointment as the newcomer reads it.</summary>
/// <param name="Title">The practice, in their words.</param>
/// <param name="TitleLanguage">The language the title is in.</param>
/// <param name="Meeting">What staff call the meeting: Danish, or English on the English page.</param>
/// <param name="MeetingLanguage">The language that is in; a meeting that staff have named is so in Danish on every page.</param>
public sealed record MyAppointment(Appointment Appointment, string Title, string TitleLanguage, string Meeting, string MeetingLanguage);

/// <summary>What one newcomer is to come to, booked or proposed.</summary>
public sealed class MyAppointments(IAppointments appointments, EffectivePractices practices, MyWords words)
{
    private const int DaysAhead = 26 * 7;

    public async Task<IReadOnlyList<MyAppointment>> OfAsync(VejviserDb db, Newcomer me, DateOnly today, CancellationToken cancel)
    {
        var invited = await Invitee.Among(db.People.Where(p => p.Id == me.PersonId)).ToListAsync(cancel);
        var all = await appointments.OfAsync(db, new AppointmentQuery(invited, today, today.AddDays(DaysAhead)), cancel);
        if (all.Count == 0)
            return [];
        var known = (await practices.AllAsync(db, cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return [.. all.Select(a =>
        {
            var saidIn = words.Language == "en" && a.What["en"] != a.What["da"] ? "en" : "da";
            var said = a.What[saidIn];
            if (!known.TryGetValue(a.Practice, out var practice))
                return new MyAppointment(a, said, saidIn, said, saidIn);
            var (title, language) = words.Practice(practice);
            return new MyAppointment(a, title.Title, language, said, saidIn);
        })];
    }

    /// <summary>As a calendar keeps them; one without a time takes the whole day.</summary>
    public static string Calendar(IEnumerable<MyAppointment> appointments, DateOnly today)
    {
        var calendar = new Calendar { ProductId = "-//Vejviser//Vejviser//DA", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-TIMEZONE", "Europe/Copenhagen");
        foreach (var (appointment, title, _, meeting, _) in appointments)
        {
            var start = appointment.At is { } at ? new CalDateTime(appointment.Date.ToDateTime(at), "Europe/Copenhagen") : new CalDateTime(appointment.Date);
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{appointment.Key}@vejviser",
                DtStamp = new CalDateTime(today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
                Start = start,
                End = appointment.At is { } begins ? new CalDateTime(appointment.Date.ToDateTime(begins).AddMinutes(appointment.Minutes ?? 60), "Europe/Copenhagen") : new CalDateTime(appointment.Date.AddDays(1)),
                Summary = title == meeting ? title : $"{title}: {meeting}",
                Location = appointment.Where,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }
}
