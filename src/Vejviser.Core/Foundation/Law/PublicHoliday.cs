namespace Vejviser.Core.Foundation.Law;

/// <summary>One public holiday in one year.</summary>
/// <param name="Rule">The rule's id in <c>law/public-holidays.yaml</c>.</param>
/// <param name="FromYear">First year of the rule; null where open.</param>
/// <param name="ToYear">Last year of the rule; null where open.</param>
public sealed record PublicHoliday(DateOnly Date, LawText Name, string Rule, string Source, int? FromYear, int? ToYear);
