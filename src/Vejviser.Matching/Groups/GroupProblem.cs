namespace Vejviser.Matching.Groups;

/// <summary>
/// People to groups: parents of one language with a trainer and a room, learners at about the same level at one company, youths in shared homes.
/// As much weight as possible is grouped; among all such answers, the best fit.
/// </summary>
/// <param name="Leaders">Null: a group needs none.</param>
public sealed record GroupProblem(
    string Name,
    GroupRules Rules,
    IReadOnlyList<GroupPerson> People,
    IReadOnlyList<GroupSession> Sessions,
    IReadOnlyList<GroupLeader>? Leaders = null);

/// <param name="Least">Fewest in a group.</param>
/// <param name="Most">Most in a group; a session may have room for fewer.</param>
/// <param name="OneLanguage">Everybody in the group, the leader too, speaks one language.</param>
/// <param name="LevelSpan">Levels (or ages) in a group differ by at most this; null: they do not matter.</param>
public sealed record GroupRules(int Least, int Most, bool OneLanguage = false, int? LevelSpan = null);

/// <param name="Languages">ISO 639 codes, any of which may be the group's.</param>
/// <param name="Wishes">The sessions the person can come to, with how well each fits.</param>
/// <param name="Weight">Priority, such as weeks waited; at least 1.</param>
/// <param name="Level">Level or age; asked for where the rules have a span.</param>
/// <param name="Pinned">The session chosen by hand: there, or on the waiting list with a reason, never elsewhere.</param>
public sealed record GroupPerson(
    string Id,
    IReadOnlyList<string> Languages,
    IReadOnlyList<GroupWish> Wishes,
    int Weight = 1,
    int? Level = null,
    string? Pinned = null);

/// <param name="Fit">Larger is better, from 0.</param>
public readonly record struct GroupWish(string Session, int Fit = 0);

/// <summary>A place at a time, for one group: a room on an evening, a company's mornings, a villa.</summary>
/// <param name="Time">Sessions of the same time cannot share a leader.</param>
/// <param name="Languages">Only who speaks one of these: the contact persons' mother tongues. Null: anybody.</param>
public sealed record GroupSession(string Id, string Time, int Capacity, IReadOnlyList<string>? Languages = null);

/// <param name="Sessions">Where and when the leader can.</param>
/// <param name="Most">Groups at most.</param>
public sealed record GroupLeader(string Id, IReadOnlyList<string> Languages, IReadOnlyList<string> Sessions, int Most = 1);
