namespace Vejviser.Core.Engine.Messages;

/// <summary>Section <c>Messages</c> of the settings file. A way without a server or a folder is off: what is to go by it waits, and the page says so.</summary>
public sealed record MessageSettings
{
    public const string Section = "Messages";

    /// <summary>Seconds between two rounds of the sender; 0 sends only by <c>vejviser outbox send</c>.</summary>
    public int EverySeconds { get; init; } = 30;

    /// <summary>Nothing rings before this hour on the town hall's clock.</summary>
    public TimeOnly From { get; init; } = new(8, 0);

    /// <summary>Nothing rings from this hour on.</summary>
    public TimeOnly To { get; init; } = new(20, 0);

    /// <summary>Minutes to the next attempt after the first, second … that failed; after the last of them the message is dead.</summary>
    public IReadOnlyList<int>? RetryMinutes { get; init; }

    /// <summary><see cref="RetryMinutes"/>, or the product's own. A list with a value already in it would be added to by the settings file, not replaced.</summary>
    public IReadOnlyList<int> Retries => RetryMinutes is { Count: > 0 } set ? set : [1, 5, 15, 60, 240, 1440];

    /// <summary>Seconds after which an attempt that nobody ended is given up. Longer than the mail server's time-out.</summary>
    public int LeaseSeconds { get; init; } = 300;

    /// <summary>Where links in messages lead, such as <c>https://vejviser.havneby.example</c>; empty leaves them relative.</summary>
    public string Site { get; init; } = "";

    public SmtpSettings Smtp { get; init; } = new();

    public FolderSettings Sms { get; init; } = new();

    public DigitalPostSettings DigitalPost { get; init; } = new();

    public HandoverSettings Handover { get; init; } = new();
}

public sealed record SmtpSettings
{
    /// <summary>Empty: no e-mail is sent.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary><c>starttls</c>, <c>tls</c>, or <c>none</c> for a server on the same machine.</summary>
    public string Security { get; init; } = "starttls";

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public string From { get; init; } = "";

    public string FromName { get; init; } = "";

    public int TimeoutSeconds { get; init; } = 60;
}

/// <param name="Folder">Empty: the way is off.</param>
public sealed record FolderSettings(string Folder = "");

/// <param name="Cvr">The municipality's CVR number, eight digits.</param>
/// <param name="Sender">What the mailbox calls the sender.</param>
public sealed record DigitalPostSettings(string Folder = "", string Cvr = "", string Sender = "");

public sealed record HandoverSettings
{
    /// <summary>Hours in which a handover is to be acknowledged before it climbs.</summary>
    public int Hours { get; init; } = 24;

    /// <summary>Roles it climbs to, one after the other.</summary>
    public IReadOnlyList<string>? Chain { get; init; }

    /// <summary><see cref="Chain"/>, or the product's own.</summary>
    public IReadOnlyList<string> Roles => Chain is { Count: > 0 } set ? set : ["reception-unit", "integration-manager"];
}
