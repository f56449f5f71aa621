using Vejviser.Matching.Rules;

namespace Vejviser.Matching.Assignment;

/// <summary>What the solver found and what it proved.</summary>
/// <param name="Score">Sum of the placements' scores and of the prices of staying unplaced; null where nothing was found.</param>
/// <param name="Bound">Proven: no answer scores better. Null where nothing is proven, or where the problem is infeasible.</param>
/// <param name="Gap">|bound - score| as a share of |score|; null without both.</param>
/// <param name="Conflict">Where infeasible: a smallest set of rules that cannot all hold; leave any one out and the others can.</param>
/// <param name="ConflictIsSmallest">False where time was up before the set was known to be smallest.</param>
public sealed record AssignmentAnswer(
    SolveStatus Status,
    double? Score,
    double? Bound,
    double? Gap,
    IReadOnlyList<Placement> Placements,
    IReadOnlyList<Unplaced> Unplaced,
    IReadOnlyList<Reason> Conflict,
    bool ConflictIsSmallest = true);

/// <param name="Parts">The score by rule, as the option carried it.</param>
/// <param name="IsPinned">Chosen by hand.</param>
/// <param name="RunnerUp">The next best place for this seeker; null where there is no other option.</param>
public sealed record Placement(string Seeker, string Place, double Score, IReadOnlyList<RuleScore> Parts, bool IsPinned, RunnerUp? RunnerUp);

/// <summary>Where else a seeker could go, and what that would cost the whole at least.</summary>
/// <param name="Score">The option's own score.</param>
/// <param name="Price">Proven: with this seeker there, every answer is at least this much worse than the bound. What it costs exactly is asked of the solver.</param>
public sealed record RunnerUp(string Place, double Score, double Price);

/// <param name="Score">The price of staying unplaced, as it counts.</param>
public sealed record Unplaced(string Seeker, double Score, Reason Reason);
