using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Engine.Plans.Feeds;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>The own calendar feeds: make one (its secret address is shown once), see them, close them.</summary>
public sealed class FeedModel : VejviserPage
{
    public IReadOnlyList<CalendarFeed> Feeds { get; private set; } = [];

    /// <summary>The address of the feed just made; never shown again.</summary>
    public string? Address { get; private set; }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    // The secret is in the answer itself: a redirect would have to keep it somewhere.
    public async Task<IActionResult> OnPostAsync()
    {
        var made = await CreateCalendarFeed.RunAsync(Db, Reader, Audit("calendar.create-feed"), Cancel);
        if (made.IsSuccess)
        {
            Address = $"{Request.Scheme}://{Request.Host}/calendar/{made.Value}.ics";
            Response.Headers.CacheControl = "no-store";
        }
        else
        {
            TellFailure(made.Failure);
        }

        return await ShowAsync();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid feed)
    {
        var revoked = await RevokeCalendarFeed.RunAsync(Db, Reader, feed, Audit("calendar.revoke-feed"), Cancel);
        if (!revoked.IsSuccess)
            return NotFound();
        Tell(Text["feed.revoked"]);
        return LocalRedirect("/account/calendar");
    }

    private async Task<IActionResult> ShowAsync()
    {
        Feeds = await Db.CalendarFeeds.AsNoTracking().Where(f => f.AccountId == Reader.AccountId && f.RevokedAt == null).OrderBy(f => f.CreatedAt).ToListAsync(Cancel);
        AddCrumb(Text["nav.account"], "/account");
        AddCrumb(Text["feed.title"]);
        return Page();
    }
}
