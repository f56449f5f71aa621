using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>One message as its receiver gets it, a letter ready to print, and what a person decides about it.</summary>
public sealed class MessagePageModel(OutboxWords words, DecideMessage decide, ReadAudit reads) : VejviserPage
{
    private static readonly char[] Breaks = ['\n', ','];

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public Message Message { get; private set; } = null!;

    public OutboxWords Words => words;

    public string Receiver { get; private set; } = "";

    /// <summary>The letter's name and address; the address only for who may see it.</summary>
    public IReadOnlyList<string> AddressLines { get; private set; } = [];

    public IReadOnlyList<MessageDecision> Decisions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(MessageDecision decision)
    {
        if (!Reader.May(Permissions.MessagesSend))
            return Forbid();
        var decided = await decide.RunAsync(Id, decision, Reader, Audit("messages.decide"), Cancel);
        if (decided.IsSuccess)
        {
            Tell(Text["messages.decided"]);
            return LocalRedirect($"/messages/{Id}");
        }

        TellFailure(decided.Failure);
        return await ReadAsync() ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync()
    {
        if (await OutboxList.VisibleTo(Db, Reader, Clock.Now()).SingleOrDefaultAsync(m => m.Id == Id, Cancel) is not { } message)
            return false;
        Message = message;
        var person = await Db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == message.PersonId, Cancel);
        var sees = person is null || Reader.MaySeeAddress(person);
        Receiver = person is not null ? sees ? $"{person.GivenName} {person.FamilyName}" : Text["plan.protected"]
            : await Db.Users.Where(a => a.Id == message.AccountId).Select(a => a.DisplayName).SingleOrDefaultAsync(Cancel)
              ?? await Db.PartnerOrganisations.Where(p => p.Id == message.PartnerId).Select(p => p.Name).SingleOrDefaultAsync(Cancel) ?? Text["messages.to-unit"];
        var address = sees ? await Db.Households.Where(h => h.Id == message.HouseholdId).Select(h => h.Address).SingleOrDefaultAsync(Cancel) : null;
        AddressLines = [Receiver, .. (address ?? "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        Decisions = Reader.May(Permissions.MessagesSend) ? Possible(message) : [];
        await reads.RecordAsync(Reader.AccountId, "messages.message.read", [new AuditSubject(message.PersonId, message.HouseholdId, "message", message.Id)], Cancel);
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(words.Template(message.Template));
        return true;
    }

    private static IReadOnlyList<MessageDecision> Possible(Message message) => message.State switch
    {
        MessageState.Waiting when message.Channel == MessageChannel.Letter => [MessageDecision.IsSent, MessageDecision.Drop],
        MessageState.Waiting => [MessageDecision.Drop],
        MessageState.Dead => [MessageDecision.TryAgain, MessageDecision.Drop],
        MessageState.Unclear => [MessageDecision.IsSent, MessageDecision.TryAgain, MessageDecision.Drop],
        _ => [],
    };
}
