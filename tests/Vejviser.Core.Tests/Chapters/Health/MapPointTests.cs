using Vejviser.Core.Chapters.Health.Doctors;

namespace Vejviser.Core.Tests.Chapters.Health;

public sealed class MapPointTests
{
    [Theory]
    [InlineData("55.9612, 12.0213", "55.9612, 12.0213")]
    [InlineData("55,9612 12,0213", "55.9612, 12.0213")]
    [InlineData(" 55.9612;12.0213 ", "55.9612, 12.0213")]
    [InlineData("12.0213, 55.9612", null)]
    [InlineData("55.9612", null)]
    [InlineData("nord, syd", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_AsMapsWriteIt_IsAPlaceInDenmarkOrNone(string? written, string? read) => Assert.Equal(read, MapPoint.Parse(written)?.ToString());

    /// <summary>Town hall of Copenhagen to that of Aarhus, 156 km by a map.</summary>
    [Fact]
    public void MetresTo_KnownPlaces_IsTheDistance() => Assert.InRange(new MapPoint(55.6758, 12.5694).MetresTo(new MapPoint(56.1523, 10.2035)), 155_500, 157_500);
}
