using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Plans.Road;

namespace Vejviser.Web.Engine.Plans;

/// <summary>A plan's tasks by phase, as the household's and the plan's page show them.</summary>
/// <param name="IsPressing">Whether a phase with these open tasks stands unfolded.</param>
public sealed record PlanPhases(PracticeDefinition Definition, IReadOnlyList<TaskLine> Tasks, Func<TaskLine, HouseholdTask> Row, Func<IReadOnlyList<TaskLine>, bool> IsPressing);
