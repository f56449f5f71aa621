using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Messages.Templates;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Messages;

/// <summary>Who gets a message, and how they are reached.</summary>
/// <param name="Language">BCP 47: the template's words in it, else in English, else in Danish.</param>
public sealed record MessageReceiver(string Language, string? Email = null, string? Phone = null)
{
    public Guid? PersonId { get; init; }

    public Guid? HouseholdId { get; init; }

    public Guid? AccountId { get; init; }

    public Guid? PartnerId { get; init; }
}

/// <param name="Key">What causes it and for whom: the same key twice makes one message.</param>
/// <param name="Practice">The practice it belongs to, or empty.</param>
/// <param name="Values">The template's tokens; the municipality's name is filled in here.</param>
/// <param name="NotBefore">UTC; null is at once. Quiet hours and holidays put it off further.</param>
/// <param name="Channel">The way it must go; null takes the template's first that reaches the receiver.</param>
public sealed record NewMessage(
    string Key, string Template, string Practice, MessageReceiver To, IReadOnlyDictionary<string, string> Values, DateTime? NotBefore = null, MessageChannel? Channel = null);

/// <summary>
/// Puts a message into the outbox without saving: the caller saves it with the change that causes it, in one transaction, and adds <see cref="SubjectOf"/>
/// to the audit's rows. Failures: <c>messages.unknown-template</c>, <c>messages.no-way</c>, <c>messages.way-not-open</c>.
/// </summary>
public sealed class QueueMessage(VejviserDb db, MessageTemplates templates, LawBook law, MessageSettings settings)
{
    /// <returns>The new message, or the one that the key made before.</returns>
    public async Task<Result<Message>> RunAsync(NewMessage input, AuditContext audit, CancellationToken cancel = default)
    {
        if (templates.Find(input.Template) is not { } template)
            return Failure.Of("messages.unknown-template");
        if ((db.Messages.Local.FirstOrDefault(m => m.Key == input.Key) ?? await db.Messages.SingleOrDefaultAsync(m => m.Key == input.Key, cancel)) is { } there)
            return there;
        var way = Way(template, input);
        if (!way.IsSuccess)
            return way.Failure;
        var (channel, to) = way.Value;
        var found = await FindWords.RunAsync(db, templates, input.Template, input.Practice, input.To.Language, cancel);
        var values = new Dictionary<string, string>(input.Values, StringComparer.Ordinal) { ["municipality"] = await db.Municipalities.Select(m => m.Name).SingleOrDefaultAsync(cancel) ?? "" };
        var message = new Message
        {
            Key = input.Key, Channel = channel, Template = input.Template, Practice = input.Practice, Language = found.Language, To = to,
            PersonId = input.To.PersonId, HouseholdId = input.To.HouseholdId, AccountId = input.To.AccountId, PartnerId = input.To.PartnerId,
            Subject = MessageTokens.Fill(found.Words.Subject, values),
            Body = MessageTokens.Fill(channel == MessageChannel.Sms ? found.Words.Sms : found.Words.Body, values),
            Notification = channel == MessageChannel.DigitalPost ? MessageTokens.Fill(found.Words.Sms, values) : null,
            CreatedAt = audit.At, CreatedBy = audit.Actor, NextAt = await FirstAsync(channel, input.NotBefore is { } then && then > audit.At ? then : audit.At, cancel),
        };
        db.Messages.Add(message);
        return message;
    }

    /// <summary>The message's row of the audit.</summary>
    public static AuditSubject SubjectOf(Message message) => new(
        message.PersonId, message.HouseholdId, "message", message.Id, AuditDetails.Of(("template", message.Template), ("channel", Code(message.Channel)), ("language", message.Language)));

    internal static string Code(MessageChannel channel) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(channel.ToString());

    /// <summary>The sending hours of this municipality.</summary>
    public async Task<SendingHours> HoursAsync(CancellationToken cancel) =>
        new(settings.From, settings.To, law.CalendarWith(await db.ClosingDays.Select(d => d.Date).ToHashSetAsync(cancel)));

    /// <summary>A letter lies until somebody prints it: it wakes nobody.</summary>
    private async Task<DateTime> FirstAsync(MessageChannel channel, DateTime wanted, CancellationToken cancel) =>
        channel == MessageChannel.Letter ? wanted : (await HoursAsync(cancel)).NextOrSame(wanted);

    private static Result<(MessageChannel, string)> Way(MessageTemplate template, NewMessage input)
    {
        if (input.Channel is { } wanted && !template.Channels.Contains(wanted))
            return Failure.Of("messages.way-not-open");
        foreach (var channel in input.Channel is { } one ? [one] : template.Channels)
        {
            switch (channel)
            {
                case MessageChannel.Email when !string.IsNullOrWhiteSpace(input.To.Email):
                    return (channel, input.To.Email.Trim());
                case MessageChannel.Sms when !string.IsNullOrWhiteSpace(input.To.Phone):
                    return (channel, input.To.Phone.Trim());
                case MessageChannel.DigitalPost when input.Channel is not null && input.To.PersonId is not null:
                    // Only where a person chose it: who is exempt is not known here.
                    return (channel, "");
                case MessageChannel.Letter when input.To.PersonId is not null:
                    return (channel, "");
            }
        }

        return Failure.Of("messages.no-way");
    }
}
