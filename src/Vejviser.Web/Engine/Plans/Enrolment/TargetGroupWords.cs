using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>What a practice's conditions ask about, in words: »alder, engelsk«.</summary>
public static class TargetGroupWords
{
    /// <summary>What the conditions with this answer ask about; an empty text where there are none.</summary>
    public static string Asked(this PageTexts text, Verdict verdict, Truth truth) =>
        string.Join(", ", verdict.Answers.Where(a => a.Truth == truth).Select(a => a.Code).Distinct().Select(text.Condition));

    public static string Condition(this PageTexts text, string code) => text[$"condition-name.{code}"];

    /// <summary>Why a rule said no, with a condition named in words.</summary>
    public static string Say(this PageTexts text, Failure failure) => failure.Values.TryGetValue("condition", out var code) && code is string condition
        ? text[Failure.Of(failure.Code, [.. failure.Values.Select(v => (v.Key, v.Key == "condition" ? text.Condition(condition) : v.Value))])]
        : text[failure];
}
