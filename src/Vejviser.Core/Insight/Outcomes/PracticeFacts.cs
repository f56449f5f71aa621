using Vejviser.Core.Engine.Offers;
using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Insight.Outcomes;

/// <summary>A plan as measures see it.</summary>
/// <param name="Began">The day it began; null while it waits.</param>
public sealed record MeasuredPlan(Guid Id, PlanState State, DateOnly? Began, DateOnly? Ended);

/// <param name="IsYes">As registered last.</param>
public sealed record MeasuredOutcome(Guid PlanId, string Outcome, bool IsYes, DateOnly On);

/// <param name="Closed">The day it was closed; null while it is open.</param>
public sealed record MeasuredStep(Guid PlanId, string Step, TaskState State, DateOnly? Due, DateOnly? Closed);

/// <param name="Open">Open tasks that stand in the goal's way.</param>
/// <param name="LastClosed">The day the last of the others was closed.</param>
public sealed record MeasuredGoal(Guid PlanId, string Goal, int Open, DateOnly? LastClosed);

public sealed record MeasuredOffer(OfferAnswer Answer, DateOnly OfferedOn, DateOnly? AnsweredOn);

/// <summary>All that the measures of one practice count; what belongs to a plan is looked up by its id.</summary>
/// <param name="TargetGroup">How many the practice is for; null where nobody asked.</param>
public sealed record PracticeFacts(
    IReadOnlyList<MeasuredPlan> Plans, ILookup<Guid, MeasuredOutcome> Outcomes, ILookup<Guid, MeasuredStep> Steps, ILookup<Guid, MeasuredGoal> Goals,
    IReadOnlyList<MeasuredOffer> Offers, int? TargetGroup);
