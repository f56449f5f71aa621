namespace Vejviser.Bench.Figures;

/// <summary>How long and how often is measured.</summary>
internal sealed record Settings(int Clients, int Rounds, TimeSpan Warmup, TimeSpan Round)
{
    /// <summary>Half a minute until code that runs often is compiled for good: a town hall's server has run for days.</summary>
    public static readonly Settings Full = new(32, 5, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(8));

    public static readonly Settings Quick = new(32, 3, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));

    public static Settings Of(bool isQuick) => isQuick ? Quick : Full;
}

/// <summary>What was measured against its goal.</summary>
/// <param name="IsReached">Null where no goal is set.</param>
internal sealed record Figure(string Name, string Value, string Goal = "", bool? IsReached = null);
