using System.Globalization;
using Vejviser.Core.Engine.Catalogue;
using Vejviser.Core.Engine.Meetings;

namespace Vejviser.Web.Engine.Meetings;

/// <summary>When and where, as the forms of booking and moving ask.</summary>
public class MeetingTimeForm
{
    private static readonly string[] TimeFormats = ["HH:mm", "HH.mm", "H:mm", "H.mm", "HH:mm:ss"];

    public DateOnly? Day { get; set; }

    /// <summary>As a time field sends it, or as somebody writes it: <c>10:15</c>, <c>10.15</c>.</summary>
    public string? At { get; set; }

    public int? Minutes { get; set; }

    public MeetingRoom Where { get; set; }

    public Guid? Room { get; set; }

    public string? Link { get; set; }

    /// <summary>The day may be a holiday.</summary>
    public bool Confirm { get; set; }

    /// <summary>Which field is missing or cannot be read, with the key of what to say; null where the form is whole.</summary>
    public (string Field, string Key)? Missing => this switch
    {
        { Day: null } => ("Day", "meetings.booking.day-needed"),
        { Time: null } => ("At", "meetings.booking.time-needed"),
        { Minutes: null } => ("Minutes", "meetings.booking.minutes-needed"),
        _ => null,
    };

    public MeetingTime Read() => new(
        Day!.Value, Time!.Value, Minutes!.Value, Where, Where == MeetingRoom.OnSite ? Room : null, Where == MeetingRoom.Online && !string.IsNullOrWhiteSpace(Link) ? Link.Trim() : null, Confirm);

    private TimeOnly? Time => TimeOnly.TryParseExact(At?.Trim(), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

/// <summary>What the form of a new meeting asks.</summary>
public sealed class MeetingForm : MeetingTimeForm
{
    public string? Title { get; set; }

    public Guid[] People { get; set; } = [];

    public Guid[] Staff { get; set; } = [];

    public Guid[] Partners { get; set; } = [];

    /// <summary><c>week</c>, <c>two-weeks</c>, <c>month</c>; else once.</summary>
    public string? Repeats { get; set; }

    public int? Times { get; set; }

    public string? Agenda { get; set; }

    public Guid? Household { get; set; }

    public Guid? Person { get; set; }

    public Guid? Plan { get; set; }

    /// <summary>The meeting's id in the plan's definition.</summary>
    public string? Meeting { get; set; }

    public DateOnly? Proposed { get; set; }

    public string? Rule => Repeats switch
    {
        "week" => $"FREQ=WEEKLY;COUNT={Times ?? 0}",
        "two-weeks" => $"FREQ=WEEKLY;INTERVAL=2;COUNT={Times ?? 0}",
        "month" => $"FREQ=MONTHLY;COUNT={Times ?? 0}",
        _ => null,
    };

    public BookMeetingInput ToInput() => new(Title, Read(), new MeetingGuestList(Staff.ToHashSet(), People.ToHashSet(), Partners.ToHashSet()), Household, Person, Rule)
    {
        PlanId = string.IsNullOrEmpty(Meeting) ? null : Plan, PracticeMeeting = string.IsNullOrEmpty(Meeting) ? null : Meeting, ProposedOn = Proposed, Agenda = (Agenda ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries),
    };
}
