namespace Vejviser.Matching.Assignment;

/// <summary>
/// Betters a placement by opening a few places at a time: everybody else stays, and whether those few can do better is decided exactly
/// (large neighbourhood search, Shaw 1998). How many are opened, and how much better
/// they must do, follows from how quickly the questions are answered.
/// </summary>
internal sealed class Neighbourhoods(Model model, ReadOnlySpan<double> rowPrices, ReadOnlySpan<double> worth, double[] totals, int seed)
{
    private const long Patience = 1_000_000;
    private const double FewestOpen = 8;
    private const double MostShare = 0.7;

    private readonly DecisionSearch _search = new(model, rowPrices, worth);
    private readonly Draw _draw = new(seed ^ 0x5EED);
    private readonly bool[] _isOpen = new bool[model.Seekers];
    private double _size = 30;
    private long _looks;
    private double _share = MostShare;

    public int[] Best { get; private set; } = [];

    public double BestScore { get; private set; } = double.NegativeInfinity;

    public void Take(ReadOnlySpan<int> placement, double score)
    {
        if (score > BestScore)
            (Best, BestScore) = (placement.ToArray(), score);
    }

    public void Advance(long work, SolveRun run)
    {
        var until = _search.Work + _looks + work;
        while (_search.Work + _looks < until && Best.Length > 0 && !run.ShouldStop())
        {
            Open();
            _looks += model.Seekers + model.Places;
            var before = _search.Work;
            _search.AimNear(Best, BestScore, _isOpen, _share);
            // Patience in nodes, whatever a node of this problem costs.
            switch (_search.Advance(Patience + 40 * (_search.Work - before), run))
            {
                case Decision.Found:
                    Take(_search.Found, Whole.Score(model, _search.Found));
                    _share = Math.Min(MostShare, _share * 1.1);
                    break;
                case Decision.None:
                    _size = Math.Min(model.Seekers, _size * 1.02);
                    _share *= 0.98;
                    break;
                default:
                    _size = Math.Max(FewestOpen, _size * 0.98);
                    break;
            }
        }
    }

    /// <summary>
    /// Everybody in a few places, and everybody who is nowhere. The places are where somebody stands who by today's prices costs the whole a lot, and where
    /// that one would rather be.
    /// </summary>
    private void Open()
    {
        var inPlace = new int[model.Places];
        for (var i = 0; i < model.Seekers; i++)
        {
            var place = model.OptionPlace[Best[i]];
            _isOpen[i] = place < 0;
            if (place >= 0)
                inPlace[place]++;
        }

        var isDrawn = new bool[model.Places];
        var open = 0;
        for (var draws = 0; open < _size && draws < 4 * model.Places; draws++)
        {
            var misplaced = Misplaced();
            Draw(model.OptionPlace[Best[misplaced]]);
            Draw(model.OptionPlace[Wish(misplaced)]);
        }

        for (var i = 0; i < model.Seekers; i++)
            _isOpen[i] |= model.OptionPlace[Best[i]] is var place and >= 0 && isDrawn[place];

        void Draw(int place)
        {
            if (place < 0 || isDrawn[place])
                return;
            isDrawn[place] = true;
            open += inPlace[place];
        }
    }

    /// <summary>Of a few drawn by chance, the one whose option costs the whole most.</summary>
    private int Misplaced()
    {
        var worst = _draw.Below(model.Seekers);
        for (var k = _draw.Below(6); k > 0; k--)
        {
            var other = _draw.Below(model.Seekers);
            if (totals[Best[other]] < totals[Best[worst]])
                worst = other;
        }

        return worst;
    }

    /// <summary>One of the seeker's better options other than today's.</summary>
    private int Wish(int seeker)
    {
        var wish = Best[seeker];
        for (var k = 0; k < 4; k++)
        {
            var other = model.First[seeker] + _draw.Below(model.First[seeker + 1] - model.First[seeker]);
            if (other != Best[seeker] && (wish == Best[seeker] || totals[other] > totals[wish]))
                wish = other;
        }

        return wish;
    }
}
