using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Engine.Newcomers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Messages;

/// <summary>All that goes between the town hall and one person: questions and answers, papers handed in, messages, and what is given on about them.</summary>
public sealed class PersonContactModel(WriteToPerson write, AnswerContact answerContact, GiveHandover give, OutboxWords words) : PersonPage
{
    private const int Most = 50;

    public OutboxWords Words => words;

    public IReadOnlyList<(PersonQuestion Question, string? By)> Questions { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name, DateTime At, bool IsSeen)> Documents { get; private set; } = [];

    public IReadOnlyList<MessageLine> Lines { get; private set; } = [];

    public IReadOnlyList<MessageChannel> Ways { get; } = [MessageChannel.Email, MessageChannel.Sms, MessageChannel.DigitalPost, MessageChannel.Letter];

    public IReadOnlyList<(Guid Id, string Name)> Partners { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Units { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> Employees { get; private set; } = [];

    /// <summary>What was written and could not be sent.</summary>
    public string? Written { get; private set; }

    public string? What { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await OpenAsync(Text["messages.contact-tab"], "messages.contact.read") ?? await ShowAsync();

    public async Task<IActionResult> OnPostAnswerAsync(Guid question, string? answer) =>
        await ActAsync(async () => Quiet(await answerContact.RunAsync(question, answer ?? "", Reader, Audit("newcomers.answer"), Cancel)), "messages.answer-sent");

    public async Task<IActionResult> OnPostWriteAsync(MessageChannel channel, string? text)
    {
        Written = text;
        return await ActAsync(async () => Quiet(await write.RunAsync(new WriteToPersonInput(Id, text ?? "", channel), Reader, Audit("messages.write"), Cancel)), "messages.queued");
    }

    public async Task<IActionResult> OnPostGiveAsync(string? to, string? what, DateOnly? due)
    {
        What = what;
        Guid? Of(string kind) => to?.Split(':') is [var k, var id] && k == kind && Guid.TryParse(id, out var found) ? found : null;
        var input = new GiveHandoverInput(Id, what ?? "", due, Of("a"), Of("u"), Of("p"));
        return await ActAsync(async () => Quiet(await give.RunAsync(input, Reader, Audit("handovers.give"), Cancel)), "handovers.given-on");
    }

    private static Failure? Quiet<T>(Result<T> result) => result.Failure;

    private async Task<IActionResult> ActAsync(Func<Task<Failure?>> act, string told)
    {
        if (!Reader.May(Permissions.MessagesSend))
            return Forbid();
        if (await OpenAsync(Text["messages.contact-tab"], read: null) is { } otherwise)
            return otherwise;
        if (CannotBeRead())
            return await ShowAsync();
        if (await act() is not { } failure)
        {
            Tell(Text[told]);
            return LocalRedirect($"/people/{Id}/contact");
        }

        TellFailure(failure);
        Db.ChangeTracker.Clear();
        return await ShowAsync();
    }

    private async Task<IActionResult> ShowAsync()
    {
        Questions = [.. (await Db.PersonQuestions.AsNoTracking().Where(q => q.PersonId == Id).OrderBy(q => q.AnsweredAt != null).ThenByDescending(q => q.AskedAt).Take(Most)
            .Select(q => new { Question = q, By = Db.Users.Where(a => a.Id == q.AnsweredBy).Select(a => a.DisplayName).FirstOrDefault() }).ToListAsync(Cancel)).Select(q => (q.Question, q.By))];
        Documents = [.. (await Db.PersonDocuments.AsNoTracking().Where(d => d.PersonId == Id).OrderByDescending(d => d.At).Take(Most).Select(d => new { d.Id, d.FileName, d.At, Seen = d.SeenAt != null }).ToListAsync(Cancel))
            .Select(d => (d.Id, d.FileName, d.At, d.Seen))];
        Lines = await OutboxList.OfPersonAsync(Db, Id, Cancel);
        Partners = [.. (await Db.PartnerOrganisations.AsNoTracking().Where(p => !p.IsClosed).OrderBy(p => p.Name).Select(p => new { p.Id, p.Name }).ToListAsync(Cancel)).Select(p => (p.Id, p.Name))];
        Units = [.. (await Db.Units.AsNoTracking().Where(u => !u.IsClosed).OrderBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync(Cancel)).Select(u => (u.Id, u.Name))];
        Employees = [.. (await Db.Users.AsNoTracking().Where(a => !a.IsClosed && a.Kind == AccountKind.Employee).OrderBy(a => a.DisplayName).Select(a => new { a.Id, a.DisplayName }).ToListAsync(Cancel)).Select(a => (a.Id, a.DisplayName))];
        return Page();
    }
}
