using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Chapters.Housing.Allocation;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The allocation meetings: the one being prepared, those that are decided, and the policy they go by.</summary>
public sealed class AllocationModel(HousingWords words) : VejviserPage
{
    /// <param name="ByHand">Placements chosen by hand.</param>
    public sealed record MeetingLine(Guid Id, DateOnly Day, DateTime? DecidedAt, int Placed, int Waiting, int ByHand);

    public HousingWords Words => words;

    public bool MayDecide => Reader.May(Permissions.HousingDecide);

    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    public MeetingLine? Open => Meetings.FirstOrDefault(m => m.DecidedAt is null);

    public HousingPolicy Policy { get; private set; } = null!;

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(DateOnly? day)
    {
        if (!MayDecide)
            return Forbid();
        if (!Unreadable.Tell(this) && day is { } chosen)
        {
            var opened = await OpenMeeting.RunAsync(Db, chosen, Reader, Audit("housing.open-meeting"), Cancel);
            if (opened.IsSuccess)
                return LocalRedirect($"/housing/allocation/{opened.Value}");
            TellFailure(opened.Failure);
        }

        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        Policy = await ReadPolicy.InForceAsync(Db, Cancel);
        Meetings = await Db.AllocationMeetings.AsNoTracking().OrderByDescending(m => m.Day).Take(60).Select(m => new MeetingLine(
            m.Id, m.Day, m.DecidedAt, Db.AllocationPlacements.Count(p => p.MeetingId == m.Id && p.DwellingId != null), Db.AllocationPlacements.Count(p => p.MeetingId == m.Id && p.DwellingId == null),
            Db.AllocationPlacements.Count(p => p.MeetingId == m.Id && p.ByHand != null))).ToListAsync(Cancel);
        AddCrumb(Text["housing.title"], "/housing");
        AddCrumb(Text["housing.tab.allocation"]);
    }
}
