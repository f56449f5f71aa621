using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Messages;
using Vejviser.Core.Engine.Messages.Delivery;
using Vejviser.Core.Engine.Messages.Outbox;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>The outbox: what did not arrive and somebody decides about, what waits, letters to print, what is sent.</summary>
public sealed class MessagesModel(OutboxWords words, MessagePorts ports, ReadAudit reads) : VejviserPage
{
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? ShowWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public OutboxWords Words => words;

    public Reader Asker => Reader;

    public OutboxShow Show { get; private set; }

    public IReadOnlyList<MessageLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<OutboxShow, int> Counts { get; private set; } = new Dictionary<OutboxShow, int>();

    public bool HasNext { get; private set; }

    /// <summary>Ways without a server or a folder in the settings: what is to go by them waits.</summary>
    public IReadOnlyList<MessageChannel> Closed { get; private set; } = [];

    public static string Code(OutboxShow show) => OutboxWords.Kebab(show.ToString());

    public async Task OnGetAsync()
    {
        Show = Enum.GetValues<OutboxShow>().FirstOrDefault(s => Code(s) == ShowWord);
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        var rows = await OutboxList.ReadAsync(Db, Reader, Show, PageNumber, Clock.Now(), Cancel);
        (Lines, HasNext) = ([.. rows.Take(OutboxList.PageSize)], rows.Count > OutboxList.PageSize);
        Counts = await OutboxList.CountAsync(Db, Reader, Clock.Now(), Cancel);
        Closed = [.. new[] { MessageChannel.Email, MessageChannel.Sms, MessageChannel.DigitalPost }.Except(ports.Open.Select(p => p.Channel))];
        var shown = new ListRead([.. Lines.Select(l => l.HouseholdId).OfType<Guid>().Distinct()], [.. Lines.Select(l => l.PersonId).OfType<Guid>().Distinct()], Code(Show));
        await reads.ListAsync(Reader.AccountId, "messages.read", shown, Cancel);
        AddCrumb(Text["messages.title"]);
    }
}
