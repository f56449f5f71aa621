namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads a due rule.</summary>
internal static class DueRuleReader
{
    /// <param name="anchorKind">What it may count from: <c>anchor</c>, or <c>date</c> where another meeting counts as well.</param>
    public static DueRule? Read(YamlItem? item, DefinitionScope scope, string anchorKind = "anchor")
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
            scope.Refer(anchorKind, rule.Anchor, item.Line);
        return rule;
    }
}
