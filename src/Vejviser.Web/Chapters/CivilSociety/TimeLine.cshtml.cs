using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.CivilSociety;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Access;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.CivilSociety;

/// <summary>Everything newcomers are offered, in the weeks from their arrival, and the weeks in which a group is offered nothing.</summary>
public sealed class TimeLineModel(InitiativeTimeLine timeLine, EffectivePractices practices) : VejviserPage
{
    /// <summary>One group alone, by its word; all where it is missing or unknown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    public TimeLineView View { get; private set; } = null!;

    public bool MayEdit => Reader.May(Permissions.InitiativesEdit);

    public NewcomerGroups Shown => GroupWords.Of(For) is { } one ? one : GroupWords.All;

    public IReadOnlyList<IGrouping<string, TimeLineEntry>> Areas => [.. View.Entries.Where(e => (e.Groups & Shown) != NewcomerGroups.None).GroupBy(e => e.Area)];

    public IReadOnlyList<TimeLineHole> Holes => [.. View.Holes.Where(h => Shown.HasFlag(h.Group))];

    private Dictionary<string, string> Titles { get; } = new(StringComparer.Ordinal);

    public async Task OnGetAsync()
    {
        View = await timeLine.ReadAsync(Db, Reader, Today, Cancel);
        foreach (var practice in await practices.AllAsync(Db, Cancel))
            Titles[practice.Id] = practice.TextsIn(Text.Language).Title;
        AddCrumb(Text["time-line.title"]);
    }

    public string NameOf(TimeLineEntry entry) => entry.Initiative?.Name ?? Titles.GetValueOrDefault(entry.Practice!, entry.Practice!);

    public static string LinkOf(TimeLineEntry entry) => entry.Practice is { } practice ? $"/practices/{practice}" : $"/initiatives#i-{entry.Initiative!.Id}";

    /// <summary>Weeks as people say them: 0-2, 4, 6-51.</summary>
    public static string Said(YearWeeks weeks) => string.Join(", ", weeks.Spans().Select(s => s.From == s.To ? $"{s.From}" : $"{s.From}-{s.To}"));
}
