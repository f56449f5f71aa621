using Microsoft.EntityFrameworkCore;
using Vejviser.Core.Data;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Foundation.Law;

namespace Vejviser.Core.Engine.Plans;

/// <summary>What plans ask the law.</summary>
/// <param name="Anchor">Dates of the anchors whose source is the law.</param>
/// <param name="CalendarWith">The workdays, given the municipality's own closing days.</param>
/// <param name="NameOn">What the law calls a thing (<c>programme</c> …) on a day, in a language.</param>
public sealed record PlanLaw(
    LawAnchor Anchor, Func<IReadOnlySet<DateOnly>, WorkdayCalendar> CalendarWith, Func<string, DateOnly, string, string> NameOn)
{
    /// <summary>The dated law of <c>law/</c>; anchors' rules are <c>takeover</c>, <c>contract-deadline</c>, <c>family-plan-deadline</c> and <c>health-assessment</c>.</summary>
    public static PlanLaw Of(LawBook book) => new(
        (rule, facts) => DateOf(book, rule, facts),
        book.CalendarWith,
        (name, day, language) => book.Names(day, language).Find(name) ?? throw new InvalidOperationException($"The law has no name {name}."));

    public async Task<WorkdayCalendar> CalendarAsync(VejviserDb db, CancellationToken cancel) =>
        CalendarWith(await db.ClosingDays.Select(d => d.Date).ToHashSetAsync(cancel));

    /// <summary>A step's title as it is on the plan's law date.</summary>
    public string Title(PracticeDefinition definition, string step, DateOnly lawDate, string language) =>
        PracticeTexts.Fill(definition.TextsIn(language).Steps[step].Title, definition, name => NameOn(name, lawDate, language));

    private static DateOnly? DateOf(LawBook book, string rule, LawAnchorFacts facts)
    {
        if (rule == PlanAnchors.Takeover)
            return book.Takeover(facts.Basis, facts.DateOf(PlanAnchors.Allocation), facts.DateOf(PlanAnchors.Registered)) is Takeover.On on ? on.Date : null;
        if (facts.DateOf(PlanAnchors.Takeover) is not { } takeover)
            return null;
        return rule switch
        {
            "contract-deadline" => book.ContractDeadline(takeover) is { IsSuccess: true } contract ? contract.Value.Due.Date : null,
            "family-plan-deadline" => book.ContractDeadline(takeover) is { IsSuccess: true } contract ? contract.Value.FamilyPlan?.Date : null,
            "health-assessment" => book.HealthAssessment(takeover, facts.Basis) is { IsSuccess: true } health ? health.Value.Deadline : null,
            _ => throw new InvalidOperationException($"The law has no rule {rule}."),
        };
    }
}
