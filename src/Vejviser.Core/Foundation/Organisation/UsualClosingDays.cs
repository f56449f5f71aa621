using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Vejviser.Core.Foundation.Organisation;

/// <summary>The days most town halls close though the law has no holiday: <c>reference/usual-closing-days.yaml</c>.</summary>
public sealed class UsualClosingDays
{
    private readonly IReadOnlyList<Day> days;

    private UsualClosingDays(IReadOnlyList<Day> days) => this.days = days;

    /// <param name="referenceFolder">The folder <c>reference</c>.</param>
    public static UsualClosingDays Load(string referenceFolder)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build();
        return new UsualClosingDays(yaml.Deserialize<List<Day>>(File.ReadAllText(Path.Combine(referenceFolder, "usual-closing-days.yaml"))));
    }

    /// <summary>The usual days of a year, in order.</summary>
    public IReadOnlyList<ClosingDay> Of(int year) => [.. days.Select(d => new ClosingDay { Date = new DateOnly(year, d.Month, d.DayOfMonth), Name = d.Name }).OrderBy(d => d.Date)];

    private sealed class Day
    {
        public int Month { get; init; }

        public int DayOfMonth { get; init; }

        public string Name { get; init; } = "";
    }
}
