using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Meetings;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Audit;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>Meetings of today, this week or the next four: mine, my team's or all, in one room or any.</summary>
public sealed class MeetingsModel(ReadAudit reads) : VejviserPage
{
    private const int MostPages = 10_000;
    private const int MonthDays = 28;

    /// <summary><c>today</c>, <c>month</c>; else this week.</summary>
    [BindProperty(SupportsGet = true, Name = "when")]
    public string? When { get; set; }

    /// <summary><c>unit</c>, <c>all</c>; else the reader's own.</summary>
    [BindProperty(SupportsGet = true, Name = "whose")]
    public string? WhoseWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "room")]
    public Guid? Room { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    public bool HasNext { get; private set; }

    public MeetingWhose Whose => WhoseWord switch { "unit" => MeetingWhose.Unit, "all" => MeetingWhose.All, _ => MeetingWhose.Mine };

    public bool MayBook => Reader.May(Permissions.MeetingsEdit);

    public async Task OnGetAsync()
    {
        PageNumber = Math.Clamp(PageNumber, 1, MostPages);
        Rooms = await Db.Rooms.AsNoTracking().Where(r => !r.IsClosed || r.Id == Room).OrderBy(r => r.Name).ToListAsync(Cancel);
        var (from, to) = Period();
        var rows = await MeetingList.ReadAsync(Db, Reader, new MeetingFilter(from, to, Whose, Room, PageNumber), Clock.Now(), Cancel);
        (Meetings, HasNext) = ([.. rows.Take(MeetingList.PageSize)], rows.Count > MeetingList.PageSize);
        var named = Meetings.Where(m => !m.IsHidden).ToList();
        await reads.ListAsync(
            Reader.AccountId, "meetings.list.read",
            new ListRead([.. named.Select(m => m.HouseholdId).OfType<Guid>().Distinct()], [.. named.Select(m => m.PersonId).OfType<Guid>().Distinct()], Whose.ToString().ToLowerInvariant()), Cancel);
        AddCrumb(Text["meetings.title"]);
    }

    public string? About(MeetingLine line) => Text.About(line, Reader);

    public string Link(int page) => $"/meetings?when={When}&whose={WhoseWord}&room={Room}&page-number={page}";

    private (DateOnly From, DateOnly To) Period()
    {
        if (When == "today")
            return (Today, Today);
        if (When == "month")
            return (Today, Today.AddDays(MonthDays));
        var monday = Today.Monday();
        return (monday, monday.AddDays(6));
    }
}
