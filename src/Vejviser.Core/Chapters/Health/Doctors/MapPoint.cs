using System.Globalization;

namespace Vejviser.Core.Chapters.Health.Doctors;

/// <summary>A place on the map, in degrees (WGS 84), inside Denmark.</summary>
public readonly record struct MapPoint(double Latitude, double Longitude)
{
    private const double EarthMetres = 6_371_000;

    /// <summary>Reads what a map's "copy" gives, <c>55.9612, 12.0213</c>, and the Danish <c>55,9612 12,0213</c>; null where it is no place in Denmark.</summary>
    public static MapPoint? Parse(string? written)
    {
        var text = written?.Trim() ?? "";
        char[] between = text.Contains('.', StringComparison.Ordinal) ? [',', ';', ' '] : [';', ' '];
        var parts = text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [var north, var east] && Degrees(north) is >= 54 and <= 58 and var latitude && Degrees(east) is >= 7 and <= 16 and var longitude ? new MapPoint(latitude, longitude) : null;
    }

    /// <summary>As the crow flies, in whole metres.</summary>
    public int MetresTo(MapPoint other)
    {
        var (from, to) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (north, east) = (Math.Sin((to - from) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        return (int)Math.Round(2 * EarthMetres * Math.Asin(Math.Min(1, Math.Sqrt(north * north + Math.Cos(from) * Math.Cos(to) * east * east))));
    }

    /// <summary>As it is written and read again.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.#####}, {Longitude:0.#####}");

    private static double? Degrees(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
