using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Road;
using Vejviser.Core.Foundation.Access;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Foundation.People;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A person's road: all nine areas week by week from the arrival, tasks, people around, dates, consents and relations.</summary>
public sealed class PersonModel(TaskWords words) : PersonPage
{
    public PersonRoad Road { get; private set; } = null!;

    /// <summary>Null while there is no day to count weeks from.</summary>
    public TimeLine? Line { get; private set; }

    public TaskWords Words => words;

    public bool ShowsAddress => Reader.MaySeeAddress(Road.Person);

    /// <summary>Those who have tasks here, busiest first.</summary>
    public IReadOnlyList<HelperLine> Helpers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await OpenAsync(Text["people.tab.road"], "people.read") is { } otherwise)
            return otherwise;
        Road = (await ReadPerson.RunAsync(Db, Reader, Id, Clock.Now(), Cancel))!;
        var road = Road;
        await words.LoadAsync(road.Plans.Select(p => p.VersionId), Cancel);
        Line = road.Arrival is { } arrival && road.Tasks.Count > 0 ? TimeLine.Of(road.Tasks, arrival, Today) : null;
        Helpers = [.. road.Tasks.Where(t => t.IsOpen).GroupBy(t => (Name: words.Owner(t), Role: words.Role(t.VersionId, t.OwnerRole)))
            .Select(g => new HelperLine(g.Key.Name, g.Key.Role, g.Count(), g.Count(t => t.IsLateOn(Today)))).OrderByDescending(h => h.Open)];
        return Page();
    }

    public HouseholdTask Row(TaskLine line) => new(
        line, words.Title(line.Name), words.Owner(line), Person: null, Today, Reader.May(Permissions.PlansWork) && words.IsFinishedInPlace(line.Name),
        Reader.May(Permissions.PlansWork));
}
