using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Messages;

/// <summary>What a person reads of a place and what to bring, and of a weekday, in their language.</summary>
public interface IReminderWords
{
    /// <param name="place">Such as <c>on-site</c>.</param>
    (string Where, string Bring, string Weekday) Say(string? motherTongue, string place, DateOnly date);
}

/// <summary>
/// Reminds a person of an appointment; the same appointment once for each time it is put at. Failures: <c>people.unknown</c>, and those of <see cref="QueueMessage"/>.
/// </summary>
public sealed class RemindOfAppointment(VejviserDb db, QueueMessage queue, IReminderWords words, MessageSettings settings)
{
    public static string KeyOf(Appointment appointment) => $"reminder:{appointment.Key}:{appointment.Date:yyyyMMdd}{appointment.At:HHmm}:{appointment.PersonId}";

    public async Task<Result<Done>> RunAsync(Appointment appointment, string place, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == appointment.PersonId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        var phone = await db.Users.Where(a => a.Id == who.AccountId).Select(a => a.PhoneNumber).SingleOrDefaultAsync(cancel);
        var said = words.Say(person.Language, place, appointment.Date);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["given-name"] = person.GivenName, ["weekday"] = said.Weekday, ["date"] = Texts.Show("da", appointment.Date), ["time"] = appointment.At?.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture) ?? "",
            ["what"] = appointment.What.GetValueOrDefault(person.Language == "en" ? "en" : "da", ""), ["where"] = appointment.Where ?? said.Where, ["bring"] = said.Bring,
            ["contact-name"] = who.Name, ["contact-phone"] = phone ?? "", ["link"] = $"{settings.Site}/my/appointments",
        };
        var queued = await queue.RunAsync(new NewMessage(KeyOf(appointment), "reminder", appointment.Practice, WriteToPerson.ReceiverOf(person), values), audit, cancel);
        if (!queued.IsSuccess)
            return queued.Failure;
        if (db.ChangeTracker.HasChanges())
            await db.SaveAsync(audit, QueueMessage.SubjectOf(queued.Value), cancel);
        return Done.Result;
    }
}
