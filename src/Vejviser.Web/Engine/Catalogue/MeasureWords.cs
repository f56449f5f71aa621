using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Insight.Outcomes;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>A measure's result against its target in words: <c>42 %</c>, <c>mål 50 %</c>, <c>mellem 31 % og 54 %</c>.</summary>
public static class MeasureWords
{
    /// <summary>A share per this many, by unit.</summary>
    private static double Whole(MeasureUnit unit) => unit == MeasureUnit.Permille ? 1000 : 100;

    /// <summary>The result; null where nothing was counted, or it is a share of nobody.</summary>
    public static string? Result(this PageTexts text, Measure measure, MeasureResult? result) =>
        result is null ? null
        : measure.Unit == MeasureUnit.Number ? text.InUnit(measure, result.Numerator)
        : Share.Of(result.Numerator, result.Denominator ?? 0) is { } share ? text.InUnit(measure, share.Value * Whole(measure.Unit))
        : null;

    /// <summary>Between which two values the share lies at 95 % of certainty; null for a number, and for a share of nobody.</summary>
    public static string? Interval(this PageTexts text, Measure measure, MeasureResult? result) =>
        measure.Unit != MeasureUnit.Number && result is not null && Share.Of(result.Numerator, result.Denominator ?? 0) is { } share
            ? text["practices.measure.interval", ("low", text.InUnit(measure, share.Low * Whole(measure.Unit))), ("high", text.InUnit(measure, share.High * Whole(measure.Unit)))]
            : null;

    /// <summary>Such as <c>50 %</c>, <c>12 ‰</c>, <c>50</c>.</summary>
    public static string InUnit(this PageTexts text, Measure measure, double value) =>
        text[$"practices.measure.unit.{PlanWords.Kebab(measure.Unit)}", ("value", (long)Math.Round(value, MidpointRounding.AwayFromZero))];

    /// <summary>Whether the result is at the target or better; null where either is missing. A target is a least value.</summary>
    public static bool? IsReached(Measure measure, MeasureResult? result)
    {
        if (measure.Target is not { } target || result is null)
            return null;
        if (measure.Unit == MeasureUnit.Number)
            return result.Numerator >= target.Value;
        return result.Denominator is > 0 and var of ? result.Numerator * Whole(measure.Unit) >= (double)target.Value * of : null;
    }
}
