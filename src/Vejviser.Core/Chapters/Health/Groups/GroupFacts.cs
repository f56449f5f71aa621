using Vejviser.Core.Engine.Catalogue;
using Vejviser.Matching;

namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>The practice's figures that groups are formed by.</summary>
/// <param name="YouthAgeTo">Youths are no older.</param>
/// <param name="ParentsAgeFrom">Parents are no younger.</param>
public sealed record GroupPolicy(int Least, int Most, int YouthAgeTo, int ParentsAgeFrom)
{
    public const string Practice = "mindspring";
    public const string Strand = "group-course";

    /// <summary>Steps of these phases are done once for the whole group.</summary>
    public static readonly IReadOnlyList<string> GroupPhases = ["group", "course"];

    /// <summary>Done when the group is decided: it is formed, and its trainer found.</summary>
    internal static readonly IReadOnlyList<string> DoneByDeciding = ["form-the-group", "find-the-trainer"];

    public static GroupPolicy Of(PracticeDefinition definition) => new(
        definition.LimitOf("group-size-least"), definition.LimitOf("group-size-most"), definition.LimitOf("youth-age-to"), definition.LimitOf("parents-age-from"));
}

/// <summary>Somebody interested.</summary>
/// <param name="Languages">Mother tongue first.</param>
/// <param name="Kind">Null where they are neither.</param>
public sealed record GroupSeeker(Guid Id, Guid HouseholdId, string Label, IReadOnlyList<string> Languages, GroupKind? Kind, Weekdays Days, DateOnly Since, int WeeksWaited, Guid? ChosenTime, string? ChosenReason);

/// <summary>A room on an evening.</summary>
/// <param name="IsTaken">A group that runs has it.</param>
public sealed record TimeFacts(Guid Id, DayOfWeek Weekday, TimeOnly At, Guid RoomId, string Room, int Seats, bool IsTaken);

/// <param name="Busy">Times at which the trainer leads a group that runs.</param>
public sealed record TrainerFacts(Guid Id, string Name, IReadOnlyList<string> Languages, Weekdays Days, IReadOnlyList<(DayOfWeek Day, TimeOnly At)> Busy);

/// <param name="Interpreters">How many interpreters the register has, by language.</param>
public sealed record GroupFacts(IReadOnlyList<GroupSeeker> Seekers, IReadOnlyList<TimeFacts> Times, IReadOnlyList<TrainerFacts> Trainers, IReadOnlyDictionary<string, int> Interpreters);

/// <summary>A group as it is proposed.</summary>
/// <param name="Fingerprint">Who, when and with whom, shortly: a decision names it.</param>
public sealed record ProposedGroup(TimeFacts Time, TrainerFacts Trainer, string Language, GroupKind Kind, IReadOnlyList<GroupSeeker> Members, int Interpreters, string Fingerprint);

/// <summary>Somebody who waits, with their number in line and why.</summary>
public sealed record WaitingSeeker(GroupSeeker Seeker, int Number, string Why);

/// <summary>What another group would need, in a language of a kind.</summary>
public sealed record GroupLack(GroupKind Kind, Reason Reason);

/// <param name="IsProven">No other groups take more people, those who have waited longest first.</param>
public sealed record GroupProposal(IReadOnlyList<ProposedGroup> Groups, IReadOnlyList<WaitingSeeker> Waiting, IReadOnlyList<GroupLack> Lacks, bool IsProven)
{
    public int Placed => Groups.Sum(g => g.Members.Count);
}
