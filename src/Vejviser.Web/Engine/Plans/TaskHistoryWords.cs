using System.Globalization;
using System.Text.Json;
using Vejviser.Core.Engine.Plans.Lists;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A row of the audit as a sentence about the task.</summary>
internal static class TaskHistoryWords
{
    public static string Say(TaskEvent happened, StepName name, TaskWords words, PageTexts text)
    {
        var key = $"task.history.{happened.Action.Replace('.', '-')}";
        var details = Read(happened.Details);
        return happened.Action switch
        {
            "plans.reschedule-task" => text[key, ("date", Last(details, "due") is { } due ? text.Date(due) : text["task.no-date"])],
            "plans.tick-item" => text[details?["ticked"].GetBoolean() == false ? $"{key}-off" : key, ("item", words.ChecklistItem(name, details?["item"].GetString() ?? ""))],
            _ => text[key] is var said && said != key ? said : text["task.history.other"],
        };
    }

    private static DateOnly? Last(Dictionary<string, JsonElement>? details, string field) =>
        details?.GetValueOrDefault(field) is { ValueKind: JsonValueKind.Array } pair && pair[1].GetString() is { } day
            ? DateOnly.Parse(day, CultureInfo.InvariantCulture)
            : null;

    private static Dictionary<string, JsonElement>? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json);
}
