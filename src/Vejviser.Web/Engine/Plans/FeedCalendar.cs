using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>
/// Writes tasks as all-day events. A calendar leaves the house (phones, mail servers), so it names nobody and says nothing of
/// anybody's health: what such a task is about stands behind its link.
/// </summary>
internal sealed class FeedCalendar(TaskWords words, PageTexts text)
{
    private const string HealthArea = "health";

    /// <param name="site">Where the product is, such as <c>https://vejviser.havneby.example</c>.</param>
    public async Task<string> WriteAsync(IReadOnlyList<FeedTask> tasks, string site, DateOnly today, CancellationToken cancel)
    {
        await words.LoadAsync(tasks.Select(t => t.Name.PracticeVersionId), cancel);
        var calendar = new Calendar { ProductId = "-//Vejviser//Vejviser//DA", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", text["feed.calendar-name"]);
        calendar.AddProperty("X-WR-TIMEZONE", "Europe/Copenhagen");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        var healthWords = text["feed.health-words"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var task in tasks)
            calendar.Events.Add(Event(task, site, today, healthWords));
        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private CalendarEvent Event(FeedTask task, string site, DateOnly today, string[] healthWords)
    {
        var link = $"{site}/tasks/{task.Id}";
        return new CalendarEvent
        {
            Uid = $"{task.Id}@vejviser",
            // The same on the same day for the same tasks: the answer's tag depends on it.
            DtStamp = new CalDateTime(today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)),
            Sequence = task.Version,
            Start = new CalDateTime(task.Due),
            End = new CalDateTime(task.Due.AddDays(1)),
            Summary = $"{Title(task, healthWords)} · {task.Reference ?? task.HouseholdId.ToString()[..8]}",
            Description = link,
            Url = new Uri(link),
            Transparency = TransparencyType.Transparent,
        };
    }

    /// <summary>A title somebody wrote may name anybody; one about health says something of somebody.</summary>
    private string Title(FeedTask task, string[] healthWords)
    {
        if (task.Name.OwnTitle is not null || task.Area == HealthArea)
            return text["feed.neutral-title"];
        var title = words.Title(task.Name);
        var isAboutHealth = title.Split([' ', '-', ','], StringSplitOptions.RemoveEmptyEntries).Any(word => healthWords.Any(w => word.StartsWith(w, StringComparison.OrdinalIgnoreCase)));
        return isAboutHealth ? text["feed.neutral-title"] : title;
    }
}
