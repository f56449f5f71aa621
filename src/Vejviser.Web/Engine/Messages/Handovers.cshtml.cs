using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Messages.Handovers;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Messages;

/// <summary>What was given on to me, my units and from me, and what nobody acknowledged in time.</summary>
public sealed class HandoversModel(AcknowledgeHandover acknowledge, ReadAudit reads) : VejviserPage
{
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<HandoverLine> Lines { get; private set; } = [];

    public bool HasNext { get; private set; }

    public async Task OnGetAsync()
    {
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        var rows = await HandoverList.ReadAsync(Db, HandoverList.In(Db, Reader, Clock.Now()), PageNumber, Cancel);
        (Lines, HasNext) = ([.. rows.Take(HandoverList.PageSize)], rows.Count > HandoverList.PageSize);
        await reads.ListAsync(Reader.AccountId, "handovers.read", new ListRead([.. Lines.Select(l => l.HouseholdId).Distinct()], [.. Lines.Select(l => l.PersonId).Distinct()], null), Cancel);
        AddCrumb(Text["messages.title"], "/messages");
        AddCrumb(Text["messages.tab.handovers"]);
    }

    public async Task<IActionResult> OnPostAsync(Guid handover, bool done)
    {
        var said = await acknowledge.RunAsync(handover, done, Reader, Audit(done ? "handovers.finish" : "handovers.acknowledge"), Cancel);
        if (said.IsSuccess)
        {
            Tell(Text[done ? "handovers.finished" : "handovers.noted"]);
            return LocalRedirect("/handovers");
        }

        TellFailure(said.Failure);
        await OnGetAsync();
        return Page();
    }

    public static string LinkOf(HandoverLine line) => $"/people/{line.PersonId}/contact";

    public string NameOf(HandoverLine line) => Reader.MaySeeAddress(line.IsProtected) ? line.Person : line.Reference ?? Text["plan.protected"];
}
