using Vejviser.Core.Engine.Catalogue;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A practice's figures with unit and origin, such as <c>4 måneder, katalogets side 36</c>.</summary>
public static class SettingWords
{
    private const string OwnEstimate = "own estimate";

    /// <summary>What a practice may give a unit, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Units =
    [
        "number", "days", "workdays", "weeks", "months", "years", "hours", "minutes", "people", "persons", "children", "households", "homes", "places", "seats", "groups",
        "lessons", "modules", "words", "meetings", "visits", "times", "per-week", "percent", "permille", "kroner",
    ];

    public static string Amount(this PageTexts text, Setting setting) => text.Amount(setting.Value, setting.Unit);

    public static string Amount(this PageTexts text, int value, string unit) => unit switch
    {
        "number" => text["practices.amount.number", ("value", value)],
        _ => text["practices.amount.of-unit", ("value", value), ("unit", text[$"practices.unit.{unit}"])],
    };

    /// <summary>Page, act or own estimate.</summary>
    public static string Origin(this PageTexts text, Setting setting) =>
        setting.Page is { } page ? text["practices.source-page", ("page", page)]
        : setting.Source == OwnEstimate ? text["practices.source-own"]
        : setting.Source ?? "";
}
