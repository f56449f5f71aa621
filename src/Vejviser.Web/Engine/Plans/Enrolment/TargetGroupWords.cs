using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Common;
using Vejviser.Web.Engine.Offers;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>Who a practice is for, said about one person or household.</summary>
public static class TargetGroupWords
{
    private const string Condition = "condition";

    /// <summary>A sentence for each condition with this answer.</summary>
    public static IEnumerable<string> Why(this OfferWords words, PracticeDefinition practice, Verdict verdict, Truth truth) =>
        verdict.Answers.Where(a => a.Truth == truth).Select(a => words.Say(a, practice)).Distinct();

    /// <summary>Why a rule said no; a condition that refused somebody is said as the sentence it is.</summary>
    public static string Say(this OfferWords words, Failure failure, PracticeDefinition practice, PageTexts text) =>
        failure.Values.TryGetValue(Condition, out var code) && code is string condition
            ? text[Failure.Of(failure.Code, [.. failure.Values.Where(v => v.Key != Condition).Select(v => (v.Key, v.Value)), (Condition, words.Say(new Answer(Truth.No, condition, failure.Values), practice))])]
            : text[failure];
}
