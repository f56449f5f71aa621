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
    public async Task<WorkdayCalendar> CalendarAsync(VejviserDb db, CancellationToken cancel) =>
        CalendarWith(await db.ClosingDays.Select(d => d.Date).ToHashSetAsync(cancel));

    /// <summary>A step's title as it is on the plan's law date.</summary>
    public string Title(PracticeDefinition definition, string step, DateOnly lawDate, string language) =>
        PracticeTexts.Fill(definition.TextsIn(language).Steps[step].Title, definition, name => NameOn(name, lawDate, language));
}
