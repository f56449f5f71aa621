namespace Vejviser.Core.Engine.Catalogue.Reading;

/// <summary>Reads the measures; to be asked when steps, goals and outcomes are known.</summary>
internal sealed class MeasureReader(DefinitionScope scope)
{
    private static readonly string[] WindowUnits = ["days", "weeks", "months"];

    public List<Measure> Read(Fields definition)
    {
        var measures = new List<Measure>();
        foreach (var fields in scope.Items(definition, "measures", isRequired: true))
        {
            var id = fields.Id();
            var unit = fields.Word<MeasureUnit>("unit", isRequired: true) ?? MeasureUnit.Percent;
            var numerator = Countable(fields.Require("numerator"));
            var denominator = Countable(unit == MeasureUnit.Number ? fields.Take("denominator") : fields.Require("denominator"));
            if (unit == MeasureUnit.Number && denominator is not null)
                scope.Problems.Add("number-with-denominator", fields.LineOf("denominator"));
            var measure = new Measure(id ?? "", numerator ?? new Countable.TargetGroup(), denominator, Window(fields), unit, scope.Figure(fields, "target"), scope.Figure(fields, "baseline"));
            fields.Close();
            scope.DeclareOne("measure", id, fields.Line);
            if (id is not null && numerator is not null)
                measures.Add(measure);
        }

        return measures;
    }

    private MeasureWindow? Window(Fields measure)
    {
        if (measure.Take("window") is not { } item)
            return null;
        var fields = Fields.Of(item, scope.Problems);
        var windows = WindowUnits.Zip([DueUnit.Days, DueUnit.Weeks, DueUnit.Months], (key, unit) => (Figure: scope.Figure(fields, key), Unit: unit)).Where(w => w.Figure is not null).ToList();
        fields.Close();
        if (windows.Count != 1)
            scope.Problems.Add("window-one-unit", item.Line);
        return windows.Count == 0 ? null : new MeasureWindow(windows[0].Figure!.Value, windows[0].Unit);
    }

    private Countable? Countable(YamlItem? item)
    {
        if (item is null)
            return null;
        var fields = Fields.Of(item, scope.Problems);
        var isInTime = fields.YesNo("in-time");
        var step = scope.Refer("step", fields.Text("step"), fields.LineOf("step"));
        var all = new Countable?[]
        {
            scope.Refer("outcome", fields.Text("outcome"), fields.LineOf("outcome")) is { } outcome ? new Countable.WithOutcome(outcome) : null,
            fields.Word<PlanEnd>("state") is { } end ? new Countable.EndedAs(end) : null,
            fields.Word<OfferCount>("offers") is { } offers ? new Countable.Offers(offers) : null,
            step is not null ? new Countable.StepDone(step, isInTime ?? false) : null,
            scope.Refer("goal", fields.Text("goal"), fields.LineOf("goal")) is { } goal ? new Countable.GoalReached(goal) : null,
            fields.Word<PlanCount>("plans") is { } plans ? new Countable.Plans(plans) : null,
            fields.YesNo("target-group") == true ? new Countable.TargetGroup() : null,
        }.OfType<Countable>().ToList();
        fields.Close();
        if (all.Count != 1)
            scope.Problems.Add("one-countable", item.Line);
        if (isInTime is not null && step is null)
            scope.Problems.Add("in-time-without-step", item.Line);
        return all.Count == 0 ? null : all[0];
    }
}
