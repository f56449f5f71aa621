using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Newcomers;

namespace Vejviser.Web.Engine.Newcomers;

/// <summary>An appointment as the newcomer reads it.</summary>
/// <param name="Title">The practice, in their words.</param>
/// <param name="TitleLanguage">The language the title is in.</param>
/// <param name="Meeting">What staff call the meeting: Danish, or English on the English page.</param>
public sealed record MyAppointment(Appointment Appointment, string Title, string TitleLanguage, string Meeting);

/// <summary>What one newcomer is to come to, booked or proposed.</summary>
public sealed class MyAppointments(IAppointments appointments, EffectivePractices practices, MyWords words)
{
    private const int DaysAhead = 26 * 7;

    public async Task<IReadOnlyList<MyAppointment>> OfAsync(VejviserDb db, Newcomer me, DateOnly today, CancellationToken cancel)
    {
        var all = await appointments.OfAsync(db, new AppointmentQuery([me.PersonId], today, today.AddDays(DaysAhead)), cancel);
        if (all.Count == 0)
            return [];
        var known = (await practices.AllAsync(db, cancel)).ToDictionary(p => p.Id, StringComparer.Ordinal);
        return [.. all.Select(a =>
        {
            var said = a.What[words.Language == "en" ? "en" : "da"];
            if (!known.TryGetValue(a.Practice, out var practice))
                return new MyAppointment(a, said, words.Language == "en" ? "en" : "da", said);
            var (title, language) = words.Practice(practice);
            return new MyAppointment(a, title.Title, language, said);
        })];
    }

    /// <summary>As a calendar keeps them; one without a time takes the whole day.</summary>
    public static string Calendar(IEnumerable<MyAppointment> appointments, DateOnly today)
    {
        var calendar = new Calendar { ProductId = "-//Vejviser//Vejviser//DA", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-TIMEZONE", "Europe/Copenhagen");
        foreach (var (appointment, title, _, meeting) in appointments)
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
