using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Data;

namespace Vejviser.Web.Chapters.Housing.Hosting;

/// <summary>The host's own page: what concerns the host, and of a household no more than that. Answers are given here too.</summary>
public sealed class HostOwnModel(VejviserDb db, CurrentHost me, AnswerMatch answer, HostingWords words) : HostOwnPage
{
    public HostingWords Words => words;

    public HostOwnView View { get; private set; } = null!;

    /// <summary>How it stands, in a sentence.</summary>
    public string Now => View switch
    {
        { Match.Step: MatchStep.Housed } => Text["hosting.own.now-housed"],
        { Match: not null } => Text["hosting.own.now-match"],
        { Host.State: HostState.Fit } => Text["hosting.own.now-waiting"],
        { Host.State: HostState.Unfit } => Text["hosting.own.now-unfit"],
        { Host.State: HostState.Withdrawn } => Text["hosting.own.now-withdrawn"],
        { Visit: not null } => Text["hosting.own.now-visit"],
        _ => Text["hosting.own.now-enquired"],
    };

    /// <summary>What the host is asked now; null where nothing is.</summary>
    public string? Question => View.Match switch
    {
        { Step: MatchStep.Asked, HostMeets: null } => "hosting.own.ask-meet",
        { Step: MatchStep.Meeting, HostAnswer: null } when View.Meeting is { } meeting && meeting.StartsAt <= Clock.GetUtcNow().UtcDateTime => "hosting.own.ask-live",
        _ => null,
    };

    /// <summary>What is waited for; null where somebody lives there.</summary>
    public string? Awaited => View.Match switch
    {
        { Step: MatchStep.Asked } => "hosting.own.await-meet",
        { Step: MatchStep.Meeting, HostAnswer: true } => "hosting.own.await-answer",
        { Step: MatchStep.Meeting, MeetingId: null } => "hosting.own.await-booking",
        { Step: MatchStep.Agreed } => "hosting.own.await-lease",
        _ => null,
    };

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid match, bool yes, string? reason)
    {
        var answered = await answer.ByHostAsync(match, yes, reason, me.Required, Audit("hosting.answer"), Cancel);
        if (answered.IsSuccess)
        {
            TempData["told"] = Text["hosting.own.answered"];
            return LocalRedirect("/host");
        }

        TellFailure(answered.Failure);
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        db.ChangeTracker.Clear();
        View = await HostOwnView.ReadAsync(db, me.Required, Today, Cancel);
    }
}
