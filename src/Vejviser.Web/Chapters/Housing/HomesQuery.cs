using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Housing.Homes;

namespace Vejviser.Web.Chapters.Housing;

/// <summary>The list of homes' address.</summary>
public sealed record HomesQuery
{
    private const int MostPages = 10_000;
    private const int MostText = 100;

    [FromQuery(Name = "state")]
    public string? State { get; init; }

    [FromQuery(Name = "association")]
    public Guid? Association { get; init; }

    [FromQuery(Name = "area")]
    public Guid? Area { get; init; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>At least so many rooms.</summary>
    [FromQuery(Name = "rooms")]
    public int? Rooms { get; init; }

    /// <summary>At most so many kroner with use.</summary>
    [FromQuery(Name = "rent")]
    public int? Rent { get; init; }

    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "page-number")]
    public int? Number { get; init; }

    public int PageNumber => Math.Clamp(Number ?? 1, 1, MostPages);

    public DwellingFilter ToFilter() => new(
        Enum.TryParse<DwellingState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null, Association, Area,
        Enum.TryParse<DwellingKind>(Kind?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null, Rooms, Rent, Text?.Length > MostText ? Text[..MostText] : Text);

    public string Link(string path = "/housing", string? format = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new (string, string?)[]
        {
            ("state", State), ("association", Association?.ToString()), ("area", Area?.ToString()), ("kind", Kind), ("rooms", Rooms?.ToString(CultureInfo.InvariantCulture)), ("rent", Rent?.ToString(CultureInfo.InvariantCulture)), ("q", Text),
            ("page-number", PageNumber > 1 && format is null ? PageNumber.ToString(CultureInfo.InvariantCulture) : null), ("format", format),
        })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(key, value);
        }

        return path + query.ToQueryString();
    }
}
