using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Health.Groups;
using Vejviser.Core.Chapters.Housing.Hosting;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Pairs;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Web.Engine.Newcomers.My;

/// <summary>Whom I am proposed to live with or to meet, and my answer; and the days I can come to a group.</summary>
public sealed class ProposalsModel(MyProposals proposals, AnswerMatch hosts, AnswerPair volunteers) : MyPage
{
    /// <summary>Monday first.</summary>
    public static readonly IReadOnlyList<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public MyProposalSet Asked { get; private set; } = null!;

    /// <summary>By practice.</summary>
    public IReadOnlyDictionary<string, (CitizenTexts Words, string Language)> Practices { get; private set; } = new Dictionary<string, (CitizenTexts, string)>();

    public DateTime Moment => Clock.GetUtcNow().UtcDateTime;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostHostAsync(Guid match, bool yes) =>
        Me.HouseholdToAnswerFor is { } home ? await AnswerAsync(await hosts.ByHouseholdAsync(match, yes, home, Me.PersonId, Audit("newcomers.answer-host"), Cancel)) : NotFound();

    public async Task<IActionResult> OnPostVolunteerAsync(Guid pair, bool yes) =>
        await AnswerAsync(await volunteers.ByNewcomerAsync(pair, yes, Me.PersonId, Me.HouseholdToAnswerFor, Audit("newcomers.answer-volunteer"), Cancel));

    public async Task<IActionResult> OnPostDaysAsync(DayOfWeek[] days) =>
        await AnswerAsync(await OwnDays.ChangeAsync(Db, Me.PersonId, days.Where(Enum.IsDefined).Aggregate(Weekdays.None, (all, day) => all | WeekdaySets.Of(day)), Audit("newcomers.choose-days"), Cancel));

    private async Task<IActionResult> AnswerAsync<T>(Result<T> answered)
    {
        if (answered.IsSuccess)
        {
            Told("saved");
            return LocalRedirect("/my/proposals");
        }

        Tell(answered.Failure);
        await ReadAsync();
        return Page();
    }

    private async Task ReadAsync()
    {
        Db.ChangeTracker.Clear();
        Asked = await MyProposals.OfAsync(Db, Me, Today, Cancel);
        var known = new Dictionary<string, (CitizenTexts, string)>(StringComparer.Ordinal);
        foreach (var practice in Asked.Volunteers.Select(v => v.Practice).Concat(Asked.Host is null ? [] : [HostingRules.Practice]).Concat(Asked.IsAskedForDays ? [GroupPolicy.Practice] : []).Distinct(StringComparer.Ordinal))
            known.Add(practice, await proposals.PracticeAsync(Db, practice, Cancel));
        Practices = known;
    }
}
