using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>Tomorrow's calls on paper: who, their number, language and whether an interpreter is needed. Another day by <c>?day=</c>.</summary>
public sealed class MeetingCallsModel(ReadAudit reads) : VejviserPage
{
    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Asked { get; set; }

    public DateOnly Day => Asked ?? Today.AddDays(1);

    public IReadOnlyList<CallLine> Calls { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Calls = await ReadCallList.RunAsync(Db, Reader, Day, Clock.Now(), Cancel);
        await reads.ListAsync(Reader.AccountId, "meetings.calls.print", new ListRead([.. Calls.Select(c => c.HouseholdId).Distinct()], [.. Calls.Select(c => c.PersonId).Distinct()]), Cancel);
    }

    public bool Shows(CallLine call) => Reader.MaySeeAddress(call.IsProtected);

    public string NameOf(CallLine call) => Shows(call) ? call.Name : call.Reference ?? Text["plan.protected"];

    public string PhoneOf(CallLine call) => !Shows(call) ? Text["meetings.call-list.protected-phone"] : call.Phone ?? Text["meetings.call-list.no-phone"];
}
