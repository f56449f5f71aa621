namespace Vejviser.Web.Shared;

/// <summary>What other figures would do, as every page that shares something out shows it.</summary>
/// <param name="Since">The first day of the month looked back on; null for those who wait now.</param>
/// <param name="All">How many are shared out.</param>
/// <param name="Lines">What would be another.</param>
/// <param name="Told">The whole in a sentence; null: so many of all would be another.</param>
public sealed record Tried(DateOnly? Since, int All, IReadOnlyList<TriedLine> Lines, string? Told = null);

/// <param name="Who">Whose proposal it is.</param>
/// <param name="What">What it is, and what it would be.</param>
public sealed record TriedLine(string Who, string What)
{
    public static TriedLine Move(string who, string now, string then) => new(who, $"{now} → {then}");
}
