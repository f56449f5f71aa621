namespace Vejviser.Matching.Online;

/// <summary>
/// The dual prices of room: what one more person's room at a place would add. Found by subgradient steps on the Lagrangian of those who are here and those
/// expected, each taking the place that is best at the prices; the mean of the last steps, which settles where single steps swing.
/// Source: Ahani, Gölz, Procaccia, Teytelboym and Trapp, Dynamic placement in refugee resettlement (Operations Research 2024).
/// </summary>
internal sealed class RoomPrices(int places)
{
    private const int Steps = 400;

    private readonly double[] _at = new double[places];
    private bool _isWarm;

    public double[] Mean { get; } = new double[places];

    /// <param name="share">How many each of the expected stands for.</param>
    public void Learn(ReadOnlySpan<Claimant> here, ReadOnlySpan<Claimant> expected, double share, ReadOnlySpan<double> room, double largest)
    {
        var use = new double[places];
        Array.Clear(Mean);
        var people = 1d;
        foreach (var claimant in expected)
            people += claimant.Persons * share;
        foreach (var claimant in here)
            people += claimant.Persons;
        // A step that, made in every direction at once, could carry a price over its whole range in a few moves; later ones shrink.
        var first = (_isWarm ? 0.3 : 2) * largest * places / people;
        var counted = 0;
        for (var step = 0; step < Steps; step++)
        {
            Array.Clear(use);
            Take(here, 1, use);
            Take(expected, share, use);
            var length = first / Math.Sqrt(step + 1);
            for (var p = 0; p < places; p++)
                _at[p] = Math.Max(0, _at[p] + length * (use[p] - room[p]) / Math.Max(1, Math.Sqrt(room[p])));
            if (step < Steps / 2)
                continue;
            counted++;
            for (var p = 0; p < places; p++)
                Mean[p] += (_at[p] - Mean[p]) / counted;
        }

        Mean.CopyTo(_at, 0);
        _isWarm = true;
    }

    private void Take(ReadOnlySpan<Claimant> claimants, double share, double[] use)
    {
        foreach (var claimant in claimants)
        {
            var (best, at) = (0d, -1);
            for (var o = 0; o < claimant.Places.Length; o++)
            {
                var worth = claimant.Scores[o] - claimant.Persons * _at[claimant.Places[o]];
                if (worth > best)
                    (best, at) = (worth, claimant.Places[o]);
            }

            if (at >= 0)
                use[at] += claimant.Persons * share;
        }
    }
}

/// <summary>A family in numbers.</summary>
internal sealed record Claimant(string Id, int Week, int Persons, int[] Places, double[] Scores);
