using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Catalogue;

/// <summary>Reads a due rule.</summary>
internal static class DueRuleReader
{
    public static DueRule? Read(YamlItem? item, DefinitionScope scope)
    {
        if (item is null)
            return null;
        var fields = Fields.Of(item, scope.Problems);
        var parts = new DueRuleParts
        {
            Days = scope.Figure(fields, "days"),
            Workdays = scope.Figure(fields, "workdays"),
            Weeks = scope.Figure(fields, "weeks"),
            Months = scope.Figure(fields, "months"),
            Week = scope.Figure(fields, "week"),
            Nth = scope.Figure(fields, "nth"),
            Month = scope.Figure(fields, "month"),
            Weekday = fields.Text("weekday"),
            From = fields.Text("from"),
            After = fields.Text("after"),
            Of = fields.Text("of"),
            Roll = fields.Text("roll"),
        };
        fields.Close();
        var (rule, fault) = parts.ToRule();
        fault ??= rule?.Fault();
        if (fault is not null)
            scope.Problems.Add(fault, item.Line);
        if (rule is not null)
            scope.Refer("anchor", rule.Anchor, item.Line);
        return rule;
    }
}

/// <summary>Reads a step's <c>if</c>.</summary>
internal static class ConditionReader
{
    private static readonly Dictionary<string, ResidenceBasis[]> Bases = new(StringComparer.Ordinal)
    {
        ["asylum"] = [ResidenceBasis.Asylum71, ResidenceBasis.Asylum72, ResidenceBasis.Asylum73],
        ["quota"] = [ResidenceBasis.Quota8],
        ["family"] = [ResidenceBasis.FamilyReunified],
        ["ukraine"] = [ResidenceBasis.UkraineAct],
    };

    public static StepConditions Read(YamlItem? item, DefinitionScope scope)
    {
        if (item is null)
            return StepConditions.None;
        var fields = Fields.Of(item, scope.Problems);
        var all = new List<Condition>();
        if (Range(fields, scope, "age") is (true, var ageFrom, var ageTo))
            all.Add(new Condition.Age(ageFrom, ageTo));
        if (fields.YesNo("interpreter") is { } interpreter)
            all.Add(new Condition.Interpreter(interpreter));
        if (fields.YesNo("unaccompanied") is { } unaccompanied)
            all.Add(new Condition.Unaccompanied(unaccompanied));
        if (Names(fields, "basis", Bases) is { } bases)
            all.Add(new Condition.Basis([.. bases.SelectMany(b => b)]));
        if (Names(fields, "role", ByName<HouseholdRole>()) is { } roles)
            all.Add(new Condition.Role(roles));
        if (fields.YesNo("has-children") is { } hasChildren)
            all.Add(new Condition.HasChildren(hasChildren));
        if (Range(fields, scope, "children-age") is (true, var childFrom, var childTo))
            all.Add(new Condition.ChildrenAge(childFrom, childTo));
        if (fields.YesNo("own-business") is { } business)
            all.Add(new Condition.OwnBusiness(business));
        if (Names(fields, "education", ByName<EducationLevel>("unknown")) is { } levels)
            all.Add(new Condition.Education(levels));
        if (Name(fields, "english-from", ByName<Proficiency>("unknown")) is { } english)
            all.Add(new Condition.EnglishFrom(english));
        if (Range(fields, scope, "size") is (true, var sizeFrom, var sizeTo))
            all.Add(new Condition.Size(sizeFrom, sizeTo));
        fields.Close();
        return new StepConditions(all);
    }

    private static (bool IsThere, Figure? From, Figure? To) Range(Fields fields, DefinitionScope scope, string key)
    {
        var (from, to) = (scope.Figure(fields, $"{key}-from"), scope.Figure(fields, $"{key}-to"));
        if (from?.Value > to?.Value)
            scope.Problems.Add("from-after-to", fields.LineOf($"{key}-to"), ("key", key));
        return (from is not null || to is not null, from, to);
    }

    private static List<T>? Names<T>(Fields fields, string key, Dictionary<string, T> known)
    {
        if (fields.Take(key) is null)
            return null;
        var found = new List<T>();
        foreach (var (text, line) in fields.Texts(key))
        {
            if (known.TryGetValue(text, out var value))
                found.Add(value);
            else
                fields.Problems.Add("unknown-value", line, ("value", text), ("known", string.Join(", ", known.Keys)));
        }

        return found;
    }

    private static T? Name<T>(Fields fields, string key, Dictionary<string, T> known)
        where T : struct
    {
        if (fields.Text(key) is not { } text)
            return null;
        if (known.TryGetValue(text, out var value))
            return value;
        fields.Problems.Add("unknown-value", fields.LineOf(key), ("value", text), ("known", string.Join(", ", known.Keys)));
        return null;
    }

    /// <summary><c>UniversityShort</c> is written <c>university-short</c>.</summary>
    private static Dictionary<string, T> ByName<T>(params string[] except)
        where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => (Name: Kebab(v.ToString()), Value: v)).Where(v => !except.Contains(v.Name)).ToDictionary(v => v.Name, v => v.Value);

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
