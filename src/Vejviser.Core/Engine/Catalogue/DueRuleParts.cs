using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>A due rule as it is written, in a definition's YAML and in a municipality's changes alike, before it is known which kind it is.</summary>
public sealed record DueRuleParts
{
    public Figure? Days { get; init; }

    public Figure? Workdays { get; init; }

    public Figure? Weeks { get; init; }

    public Figure? Months { get; init; }

    public Figure? Week { get; init; }

    public Figure? Nth { get; init; }

    public Figure? Month { get; init; }

    public string? Weekday { get; init; }

    public string? From { get; init; }

    public string? After { get; init; }

    public string? Of { get; init; }

    public string? Roll { get; init; }

    /// <summary>The rule, or the code of what is wrong: no kind, two kinds, a part of another kind, no anchor, no such weekday or roll.</summary>
    internal (DueRule? Rule, string? Fault) ToRule()
    {
        var offsets = new[] { (Days, DueUnit.Days), (Workdays, DueUnit.Workdays), (Weeks, DueUnit.Weeks), (Months, DueUnit.Months) }
            .Where(o => o.Item1 is not null).ToList();
        var kinds = offsets.Count + (Week is null ? 0 : 1) + (Nth is null ? 0 : 1);
        if (kinds != 1)
            return (null, kinds == 0 ? "due-no-kind" : "due-two-kinds");
        if (Weekday is not null && !DayNames.ContainsKey(Weekday))
            return (null, "unknown-weekday");
        if (Roll is not (null or "next" or "previous"))
            return (null, "unknown-roll");

        var roll = Roll switch { "next" => Catalogue.Roll.Next, "previous" => Catalogue.Roll.Previous, _ => Catalogue.Roll.None };
        DayOfWeek? weekday = Weekday is null ? null : DayNames[Weekday];
        return (offsets, Week, Nth) switch
        {
            ([var (amount, unit)], _, _) => Fits(From, After, Of) && Month is null && Weekday is null
                ? (new DueRule.Offset { Amount = amount!.Value, Unit = unit, Anchor = From!, Roll = roll }, null)
                : (null, "due-mixed-parts"),
            (_, { } week, _) => Fits(After, From, Of) && Month is null
                ? (new DueRule.WholeWeek { Week = week, Weekday = weekday, Anchor = After!, Roll = roll }, null)
                : (null, "due-mixed-parts"),
            (_, _, { } nth) => Fits(Of, From, After) && Month is not null && weekday is not null
                ? (new DueRule.NthWeekday { Nth = nth, Weekday = weekday.Value, Month = Month.Value, Anchor = Of!, Roll = roll }, null)
                : (null, "due-mixed-parts"),
            _ => (null, "due-no-kind"),
        };
    }

    /// <summary>What does not fit the definition: <c>practices.due-cannot-be</c>, <c>practices.unknown-anchor</c>, <c>practices.unknown-setting</c>.</summary>
    internal IEnumerable<Failure> FaultsIn(PracticeDefinition definition, string step)
    {
        if (ToRule() is not { Rule: { } rule })
            yield return Failure.Of("practices.due-cannot-be", ("step", step));
        else if (definition.FindAnchor(rule.Anchor) is null)
            yield return Failure.Of("practices.unknown-anchor", ("step", step), ("anchor", rule.Anchor));
        else if (rule.Settings.FirstOrDefault(s => definition.Settings.All(d => d.Id != s)) is { } setting)
            yield return Failure.Of("practices.unknown-setting", ("setting", setting));
    }

    internal static DueRuleParts FromRule(DueRule rule)
    {
        var roll = rule.Roll switch { Catalogue.Roll.Next => "next", Catalogue.Roll.Previous => "previous", _ => null };
        return rule switch
        {
            DueRule.Offset { Unit: DueUnit.Days } o => new() { Days = o.Amount, From = o.Anchor, Roll = roll },
            DueRule.Offset { Unit: DueUnit.Workdays } o => new() { Workdays = o.Amount, From = o.Anchor, Roll = roll },
            DueRule.Offset { Unit: DueUnit.Weeks } o => new() { Weeks = o.Amount, From = o.Anchor, Roll = roll },
            DueRule.Offset o => new() { Months = o.Amount, From = o.Anchor, Roll = roll },
            DueRule.WholeWeek w => new() { Week = w.Week, After = w.Anchor, Weekday = NameOf(w.Weekday), Roll = roll },
            DueRule.NthWeekday n => new() { Nth = n.Nth, Weekday = NameOf(n.Weekday), Month = n.Month, Of = n.Anchor, Roll = roll },
            _ => throw new InvalidOperationException(rule.GetType().Name),
        };
    }

    /// <summary>The rule as a definition would write it, with the numbers in force: <c>week: 2, after: arrival, weekday: friday</c>.</summary>
    internal string InForce() => string.Join(", ", new (string Key, object? Value)[]
    {
        ("days", Days?.Value), ("workdays", Workdays?.Value), ("weeks", Weeks?.Value), ("months", Months?.Value), ("week", Week?.Value), ("nth", Nth?.Value),
        ("weekday", Weekday), ("month", Month?.Value), ("from", From), ("after", After), ("of", Of), ("roll", Roll),
    }.Where(p => p.Value is not null).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}: {p.Value}")));

    private static readonly Dictionary<string, DayOfWeek> DayNames = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday,
    };

    private static string? NameOf(DayOfWeek? day) => day is null ? null : DayNames.Single(d => d.Value == day).Key;

    private static bool Fits(string? own, string? other, string? another) => own is not null && other is null && another is null;
}

/// <summary>A figure in JSON: a number, or a setting's reference as a string.</summary>
internal sealed class FigureJson : JsonConverter<Figure>
{
    public override Figure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? reader.GetInt32()
            : Figure.Parse(reader.GetString() ?? "") ?? throw new JsonException("A figure is a whole number or a ${setting}.");

    public override void Write(Utf8JsonWriter writer, Figure value, JsonSerializerOptions options)
    {
        if (value.Setting is null)
            writer.WriteNumberValue(value.Value);
        else
            writer.WriteStringValue(value.ToString());
    }
}
