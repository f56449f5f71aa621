using System.Text.Json;
using Vejviser.Core.Chapters.Minors.Villas;
using Vejviser.Web.Foundation.People;
using Vejviser.Web.Shared;

namespace Vejviser.Web.Chapters.Minors;

/// <summary>Villas, languages, reasons and prices in the reader's words.</summary>
public sealed class VillaWords(PageTexts text, PersonWords people)
{
    public string Language(string? code) => code is null ? text["villas.language-unknown"] : people.Language(code);

    public string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(people.Language));

    public string Ending(StayEnd end) => text[$"villas.end.{JsonNamingPolicy.KebabCaseLower.ConvertName(end.ToString())}"];

    public string Age(YouthFacts youth) => youth.Age is { } age ? text["villas.age", ("age", age)] : text["villas.age-unknown"];

    /// <summary>What another choice costs: "koster 12 point", "1 færre får et værelse".</summary>
    public string Price(OtherVilla other) => (other.Fewer, other.Points, other.IsExact) switch
    {
        ( > 0, _, _) => text.Count("villas.price.fewer", other.Fewer),
        (0, 0, _) => text["villas.price.nothing"],
        (_, var points, true) => text["villas.price.points", ("points", points)],
        (_, var points, false) => text["villas.price.points-most", ("points", points)],
    };
}
