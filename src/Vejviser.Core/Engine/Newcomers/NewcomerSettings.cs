using Vejviser.Core.Foundation.Common;
using Vejviser.Core.Foundation.People;

namespace Vejviser.Core.Engine.Newcomers;

/// <summary>Section <c>Newcomers</c> of the settings file.</summary>
public sealed record NewcomerSettings
{
    public const string Section = "Newcomers";

    /// <summary>Days a link works.</summary>
    public int LinkDays { get; init; } = 180;

    /// <summary>Hours a sign-in lasts.</summary>
    public int SessionHours { get; init; } = 12;

    /// <summary>Wrong codes before the link is locked.</summary>
    public int Tries { get; init; } = 5;

    public int LockMinutes { get; init; } = 15;

    /// <summary>The least age of somebody who gets a page of their own.</summary>
    public int LeastAge { get; init; } = 15;

    /// <summary>Who would rather think about an offer is asked again after so many days.</summary>
    public int ThinkDays { get; init; } = 14;

    /// <summary>The largest paper handed in, in bytes.</summary>
    public int MostBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Papers and questions one person may send in a day.</summary>
    public int MostADay { get; init; } = 30;

    /// <summary>Why a person gets no page of their own on a day: <c>newcomers.age-unknown</c>, <c>newcomers.too-young</c>; null where they do.</summary>
    internal Failure? Refusal(Person person, DateOnly day) => person.AgeOn(day) switch
    {
        null => Failure.Of("newcomers.age-unknown"),
        { } age when age < LeastAge => Failure.Of("newcomers.too-young", ("age", LeastAge)),
        _ => null,
    };
}
