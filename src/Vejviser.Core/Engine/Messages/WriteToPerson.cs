using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Messages;

/// <param name="Text">The employee's own words; they stand in the message's body, which an SMS does not have.</param>
public sealed record WriteToPersonInput(Guid PersonId, string Text, MessageChannel Channel);

/// <summary>
/// A message in an employee's own words. By SMS the person is only told that there is one on their page. Failures: <c>people.unknown</c>, <c>messages.text-missing</c>,
/// and those of <see cref="QueueMessage"/>.
/// </summary>
public sealed class WriteToPerson(VejviserDb db, QueueMessage queue, MessageSettings settings)
{
    public const int MostCharacters = 4000;

    public async Task<Result<Guid>> RunAsync(WriteToPersonInput input, Reader who, AuditContext audit, CancellationToken cancel = default)
    {
        if (await db.People.AsNoTracking().VisibleTo(db, who, audit.At).SingleOrDefaultAsync(p => p.Id == input.PersonId && p.MergedIntoId == null, cancel) is not { } person)
            return Failure.Of("people.unknown");
        if (string.IsNullOrWhiteSpace(input.Text) || input.Text.Length > MostCharacters)
            return Failure.Of("messages.text-missing", ("most", MostCharacters));
        if (await db.IsHandledAsync(audit, cancel))
            return Guid.Empty;
        var phone = await db.Users.Where(a => a.Id == who.AccountId).Select(a => a.PhoneNumber).SingleOrDefaultAsync(cancel);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["given-name"] = person.GivenName, ["text"] = input.Text.Trim(), ["contact-name"] = who.Name, ["contact-phone"] = phone ?? "", ["link"] = $"{settings.Site}/my/road",
        };
        var key = $"own:{audit.CommandId ?? Guid.CreateVersion7()}";
        var queued = await queue.RunAsync(new NewMessage(key, "own", "", ReceiverOf(person), values, Channel: input.Channel), audit, cancel);
        if (!queued.IsSuccess)
            return queued.Failure;
        await db.SaveAsync(audit, QueueMessage.SubjectOf(queued.Value), cancel);
        return queued.Value.Id;
    }

    /// <summary>A person as a receiver: in their own language, by what is known of them.</summary>
    public static MessageReceiver ReceiverOf(Person person) =>
        new(person.Language is null or "prs" ? person.Language is null ? "da" : "fa" : person.Language, person.Email, person.Phone) { PersonId = person.Id, HouseholdId = person.HouseholdId };
}
