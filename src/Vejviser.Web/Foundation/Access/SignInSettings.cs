namespace Vejviser.Web.Foundation.Access;

/// <summary>Section <c>SignIn</c> of the settings file.</summary>
internal sealed class SignInSettings
{
    public const string Section = "SignIn";

    /// <summary>A session nobody uses ends after this many minutes.</summary>
    public int IdleMinutes { get; set; } = 60;

    /// <summary>A session ends after this many hours, used or not.</summary>
    public int AbsoluteHours { get; set; } = 10;

    /// <summary>Wrong tries before an account is locked.</summary>
    public int LockoutTries { get; set; } = 5;

    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Least length of a password, in characters.</summary>
    public int PasswordLength { get; set; } = 12;

    /// <summary>Tries a minute from one address. A town hall is often one address: keep it above what a morning needs.</summary>
    public int TriesPerMinute { get; set; } = 120;

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    public TimeSpan Absolute => TimeSpan.FromHours(AbsoluteHours);

    public TimeSpan Lockout => TimeSpan.FromMinutes(LockoutMinutes);
}
