namespace Vejviser.Matching.Rotation;

/// <summary>What one event led to.</summary>
/// <param name="Moves">In order of citizen id: newcomers given a practice, and those who had to move for it.</param>
/// <param name="Events">Thresholds reached, citizens left without a practice, pins that a withdrawal broke.</param>
public sealed record RotationChange(IReadOnlyList<RotationMove> Moves, IReadOnlyList<Reason> Events);

/// <param name="From">Null for a newcomer.</param>
/// <param name="To">Null where nobody in reach can take the citizen.</param>
public sealed record RotationMove(string Citizen, string? From, string? To, Reason Reason);

/// <summary>
/// What is made as small as possible, in this order: citizens without a practice, unevenness of turns, metres (the moves' price among them).
/// </summary>
/// <param name="Turns">Sum over practices of the price of each citizen's turn: 0 for a number's first, 1 for its second, and so on.</param>
/// <param name="Metres">Sum of everyone's way.</param>
public sealed record RotationCost(int Unplaced, long Turns, long Metres);

/// <summary>A practice's account. <c>Given + MovedIn - MovedOut - Left = Citizens</c>, always.</summary>
/// <param name="Citizens">With the practice now.</param>
/// <param name="Had">Towards renegotiation: before, given and moved in less moved out, since the last agreement. Who leaves the municipality was had.</param>
public sealed record PracticeAccount(
    string Practice,
    PracticeState State,
    int Numbers,
    int? Capacity,
    int Citizens,
    int Given,
    int MovedIn,
    int MovedOut,
    int Left,
    int Had);

/// <summary>Why a citizen has this practice.</summary>
/// <param name="Turn">The turn's number at the practice: how many its provider numbers have at most.</param>
/// <param name="Nearer">Practices in reach that are nearer, each with why it is not that one.</param>
/// <param name="RunnerUp">The next best; null where there is none.</param>
/// <param name="Refused">Practices that cannot be the citizen's, each with the reason.</param>
public sealed record RotationReasons(
    string Citizen,
    string? Practice,
    int? Metres,
    int? Turn,
    IReadOnlyList<Reason> Nearer,
    RotationAlternative? RunnerUp,
    IReadOnlyList<Reason> Refused);

/// <summary>What another practice would cost the whole, everybody else moving to their best.</summary>
/// <param name="Turns">Turns more (or fewer), in the unit of <see cref="RotationCost.Turns"/>.</param>
/// <param name="Metres">Metres more (or fewer), the price of moves among them.</param>
public sealed record RotationAlternative(string Practice, long Turns, long Metres);
