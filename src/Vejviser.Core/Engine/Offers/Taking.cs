using Vejviser.Core.Engine.Plans;

namespace Vejviser.Core.Engine.Offers;

/// <summary>What an offer's conditions call taking part in a practice, and having completed it.</summary>
internal static class Taking
{
    /// <summary>Runs, waits in line or rests.</summary>
    public static readonly IReadOnlyList<PlanState> Part = [PlanState.Running, PlanState.Waiting, PlanState.Paused];

    public static readonly IReadOnlyList<PlanState> Completed = [PlanState.Completed];
}
