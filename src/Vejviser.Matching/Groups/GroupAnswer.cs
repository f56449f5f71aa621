namespace Vejviser.Matching.Groups;

/// <summary>The groups found, with proof.</summary>
/// <param name="Weight">Weight of everybody grouped.</param>
/// <param name="WeightBound">Proven: no answer groups more weight.</param>
/// <param name="FitBound">Proven: no answer that groups <paramref name="Weight"/> fits better. Null where the weight itself is not proven most.</param>
/// <param name="Waiting">Who is in no group, in the order of the waiting list: weight, then id.</param>
/// <param name="Lacks">What another group would need, by language and level: people, a leader, a room.</param>
public sealed record GroupAnswer(
    SolveStatus Status,
    long Weight,
    long WeightBound,
    long Fit,
    long? FitBound,
    IReadOnlyList<FormedGroup> Groups,
    IReadOnlyList<WaitingPerson> Waiting,
    IReadOnlyList<Reason> Lacks);

/// <param name="Language">Null where groups may mix.</param>
/// <param name="Levels">Lowest and highest in the group; null where levels do not matter.</param>
/// <param name="Members">In order of id.</param>
public sealed record FormedGroup(string Session, string? Leader, string? Language, (int From, int To)? Levels, IReadOnlyList<GroupMember> Members);

public sealed record GroupMember(string Person, int Fit);

public sealed record WaitingPerson(string Person, int Number, Reason Reason);
