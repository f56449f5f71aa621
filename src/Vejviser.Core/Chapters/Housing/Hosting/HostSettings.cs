namespace Vejviser.Core.Chapters.Housing.Hosting;

/// <summary>Section <c>Hosts</c> of the settings file: the public form, and the hosts' own page.</summary>
public sealed record HostSettings
{
    public const string Section = "Hosts";

    /// <summary>Whoever sends the public form sooner after it was shown is a machine.</summary>
    public int LeastSeconds { get; init; } = 4;

    /// <summary>A form that has stood open longer is shown again.</summary>
    public int FormHours { get; init; } = 24;

    /// <summary>Enquiries from one address an hour.</summary>
    public int MostAnHour { get; init; } = 5;

    /// <summary>Enquiries in all in a day and night.</summary>
    public int MostADay { get; init; } = 200;

    /// <summary>Days a host's link works.</summary>
    public int LinkDays { get; init; } = 365;

    public int SessionHours { get; init; } = 12;

    /// <summary>Wrong codes before the link is locked.</summary>
    public int Tries { get; init; } = 5;

    public int LockMinutes { get; init; } = 15;

    /// <summary>Months an enquiry that nobody took further is kept; 0 keeps all.</summary>
    public int EnquiryMonths { get; init; } = 12;

    /// <summary>Minutes between two looks for hosts who are owed another household, stays that end, families that have grown out of their home, and old enquiries; 0 looks only when something changes.</summary>
    public int EveryMinutes { get; init; } = 30;
}
