namespace Vejviser.Matching.Bench;

/// <summary>What was measured against its goal.</summary>
/// <param name="IsReached">Null where no goal is set.</param>
internal sealed record Figure(string Name, string Value, string Goal = "", bool? IsReached = null);
