namespace Vejviser.Core.Chapters.Health.Groups;

/// <summary>Days of the week somebody can come.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    All = 127,
}

public static class WeekdaySets
{
    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));

    public static bool Has(this Weekdays days, DayOfWeek day) => (days & Of(day)) != Weekdays.None;
}

/// <summary>A group is of parents or of youths, never of both.</summary>
public enum GroupKind
{
    Parents = 1,
    Youths,
}

/// <summary>A volunteer who leads a group in a language of their own.</summary>
public sealed class GroupTrainer
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>A second language; null where there is none.</summary>
    public string? OtherLanguage { get; set; }

    public Weekdays Days { get; set; } = Weekdays.All;

    public bool IsClosed { get; set; }
}

/// <summary>A room on an evening that returns each week, for one group at a time.</summary>
public sealed class GroupTime
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DayOfWeek Weekday { get; init; }

    /// <summary>By the clock on the town hall.</summary>
    public TimeOnly At { get; init; }

    public Guid RoomId { get; init; }

    public bool IsClosed { get; set; }
}

/// <summary>What somebody who is interested has said, and what staff have chosen for them by hand.</summary>
public sealed class GroupWish
{
    public Guid PersonId { get; init; }

    public Weekdays Days { get; set; } = Weekdays.All;

    /// <summary>Chosen by hand; null lets the proposal decide.</summary>
    public Guid? ChosenTimeId { get; set; }

    public string? ChosenReason { get; set; }

    public int Version { get; set; }
}

/// <summary>A group that was formed: its course, and with whom.</summary>
public sealed class GroupCourse
{
    public Guid CourseId { get; init; }

    public Guid TimeId { get; init; }

    public Guid TrainerId { get; init; }

    /// <summary>BCP 47: the group's one language.</summary>
    public required string Language { get; init; }

    public GroupKind Kind { get; init; }

    /// <summary>How many were put in it by hand.</summary>
    public int ByHand { get; init; }

    public DateOnly DecidedOn { get; init; }
}
