using Vejviser.Matching.Rotation;

namespace Vejviser.Matching.Bench.Doctors;

/// <summary>A made-up country of towns of very unequal size: practices stand in towns, newcomers live in and round them. Same seed, same country.</summary>
internal sealed class Country
{
    private const int Towns = 98;
    private const double Side = 250_000;
    private const double RoadFactor = 1.3;

    private readonly Random _random;
    private readonly (double X, double Y, double Weight)[] _towns = new (double, double, double)[Towns];
    private readonly (double X, double Y)[] _places;
    private readonly int _mostInReach;
    private readonly int _mostMetres;
    private int _born;

    public Country(int practices, int mostMetres, int mostInReach, int seed)
    {
        _random = new Random(seed);
        (_mostMetres, _mostInReach) = (mostMetres, mostInReach);
        for (var t = 0; t < Towns; t++)
            _towns[t] = (_random.NextDouble() * Side, _random.NextDouble() * Side, 1.0 / (t + 3));
        _places = new (double, double)[practices];
        for (var p = 0; p < practices; p++)
            _places[p] = Near(0.6);
        Practices = [.. Enumerable.Range(0, practices).Select(p => new Practice(Id(p)))];
    }

    public IReadOnlyList<Practice> Practices { get; }

    public static string Id(int practice) => $"p{practice:0000}";

    /// <summary>A newcomer with the practices within reach, the nearest at most.</summary>
    public Citizen Newcomer()
    {
        while (true)
        {
            var (x, y) = Near(1);
            var reach = new List<Distance>();
            for (var p = 0; p < _places.Length; p++)
            {
                var metres = (int)(RoadFactor * Math.Sqrt(Square(_places[p].X - x) + Square(_places[p].Y - y)));
                if (metres <= _mostMetres)
                    reach.Add(new Distance(Id(p), metres));
            }

            if (reach.Count == 0)
                continue;
            reach.Sort((a, b) => a.Metres != b.Metres ? a.Metres - b.Metres : string.CompareOrdinal(a.Practice, b.Practice));
            return new Citizen($"c{_born++:000000}", [.. reach.Take(_mostInReach)]);
        }
    }

    private static double Square(double value) => value * value;

    private (double X, double Y) Near(double spread)
    {
        var pick = _random.NextDouble() * _towns.Sum(t => t.Weight);
        var town = 0;
        while (town < Towns - 1 && (pick -= _towns[town].Weight) > 0)
            town++;
        var radius = spread * (2_000 + 40_000 * _towns[town].Weight) * Math.Sqrt(-Math.Log(1 - _random.NextDouble()));
        var angle = _random.NextDouble() * 2 * Math.PI;
        return (_towns[town].X + radius * Math.Cos(angle), _towns[town].Y + radius * Math.Sin(angle));
    }
}
