using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.People;
using Vejviser.Web.Engine.Plans;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Engine.Catalogue;

/// <summary>
/// Whom a practice is for, one short phrase a condition, such as <c>fra 18 år</c>. Phrases stand under <c>practices.for.{Code}</c>; what a
/// condition answered about somebody is another matter, with sentences of its own.
/// </summary>
public sealed class ForWords(PageTexts text, LanguageNames languages)
{
    private static readonly Dictionary<ResidenceBasis, string> Bases = new()
    {
        [ResidenceBasis.Asylum71] = "asylum", [ResidenceBasis.Asylum72] = "asylum", [ResidenceBasis.Asylum73] = "asylum",
        [ResidenceBasis.Quota8] = "quota", [ResidenceBasis.FamilyReunified] = "family", [ResidenceBasis.UkraineAct] = "ukraine",
    };

    /// <param name="definition">For its questions.</param>
    /// <param name="titleOf">What another practice is called.</param>
    public IReadOnlyList<string> Of(StepConditions conditions, PracticeDefinition definition, Func<string, string> titleOf) =>
        [.. conditions.All.Select(c => Of(c, definition, titleOf))];

    private string Of(Condition condition, PracticeDefinition definition, Func<string, string> titleOf) => condition switch
    {
        Condition.Age(var from, var to) => Range(condition, from, to),
        Condition.DenmarkMonths(var from, var to) => Range(condition, from, to),
        Condition.ChildrenAge(var from, var to) => Range(condition, from, to),
        Condition.Size(var from, var to) => Range(condition, from, to),
        Condition.ArrivalDays(var from, var to) => Range(condition, from, to, Moment),
        Condition.Interpreter(var wanted) => YesNo(condition, wanted),
        Condition.OwnBusiness(var wanted) => YesNo(condition, wanted),
        Condition.Unaccompanied(var wanted) => YesNo(condition, wanted),
        Condition.HasChildren(var wanted) => YesNo(condition, wanted),
        Condition.Single(var wanted) => YesNo(condition, wanted),
        Condition.WorkBackground(var wanted) => YesNo(condition, wanted),
        Condition.AtCentre(var wanted) => YesNo(condition, wanted),
        Condition.Arrived(var wanted) => YesNo(condition, wanted),
        Condition.Role(var any) => List(condition, any.Select(v => Value("role", v))),
        Condition.Education(var any) => List(condition, any.Select(v => Value("education", v))),
        Condition.EnglishFrom(var least) => List(condition, [Value("english", least)]),
        Condition.OfSex(var any) => List(condition, any.Select(v => Value("sex", v))),
        Condition.Phase(var any) => List(condition, any.Select(v => Value("phase", v))),
        Condition.Track(var any) => List(condition, any.Select(v => Value("danish-track", v))),
        Condition.Basis(var any) => List(condition, any.Select(v => Bases.GetValueOrDefault(v, "other")).Distinct().Select(b => text[$"practices.for.value.basis.{b}"])),
        Condition.Language(var any) => List(condition, any.Select(l => languages.Name(l, text.Language))),
        Condition.HasConsent(var purpose) => List(condition, [text[$"people.consent.{purpose}.title"]]),
        Condition.In(var others) => List(condition, others.Select(titleOf)),
        Condition.NotIn(var others) => List(condition, others.Select(titleOf)),
        Condition.Completed(var others) => List(condition, others.Select(titleOf)),
        Condition.Answered(var question, var wanted) => text[$"practices.for.answered.{(wanted ? "yes" : "no")}", ("question", definition.TextsIn(text.Language).Questions.GetValueOrDefault(question, question))],
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    /// <summary>So many days after the arrival; before it where they are negative.</summary>
    private string Moment(int days) =>
        text[$"condition.from-arrival.{(days < 0 ? "before" : "after")}-{(Math.Abs(days) == 1 ? "one" : "other")}", ("days", Math.Abs(days))];

    private string Range(Condition condition, Figure? from, Figure? to, Func<int, string>? show = null)
    {
        var kind = (from, to) switch { (not null, not null) => from.Value.Value == to.Value.Value ? "just" : "between", (not null, null) => "from", _ => "to" };
        return text[$"practices.for.{condition.Code}.{kind}", ("from", Shown(from)), ("to", Shown(to))];

        object? Shown(Figure? figure) => figure is null || show is null ? figure?.Value : show(figure.Value.Value);
    }

    private string YesNo(Condition condition, bool wanted) => text[$"practices.for.{condition.Code}.{(wanted ? "yes" : "no")}"];

    private string List(Condition condition, IEnumerable<string> values) => text[$"practices.for.{condition.Code}", ("list", text.OneOf(values))];

    private string Value<T>(string kind, T value)
        where T : struct, Enum => text[$"practices.for.value.{kind}.{PlanWords.Kebab(value)}"];
}
