namespace Vejviser.Web.Shared;

/// <summary>What other figures would change, as every page that shares something out shows it.</summary>
/// <param name="Since">The first day of the month looked back on; null for those who wait now.</param>
/// <param name="All">How many are shared out.</param>
/// <param name="Moves">Whose proposal would be another, with both in words.</param>
public sealed record Tried(DateOnly? Since, int All, IReadOnlyList<TriedMove> Moves);

/// <param name="Who">Whose proposal it is.</param>
public sealed record TriedMove(string Who, string Now, string Then);
