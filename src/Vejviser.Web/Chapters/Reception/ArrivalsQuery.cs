using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Reception;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>The board's address: what is shown, and how it is narrowed.</summary>
public sealed record ArrivalsQuery
{
    /// <summary><c>arrived</c> or <c>undated</c>; else those who are coming.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    [FromQuery(Name = "centre")]
    public string? Centre { get; init; }

    [FromQuery(Name = "case-worker")]
    public Guid? CaseWorker { get; init; }

    [FromQuery(Name = "language")]
    public string? Language { get; init; }

    [FromQuery(Name = "page-number")]
    public int? Number { get; init; }

    public ArrivalsShown Shown => Show switch { "arrived" => ArrivalsShown.Arrived, "undated" => ArrivalsShown.Undated, _ => ArrivalsShown.Coming };

    public bool IsNarrowed => !string.IsNullOrEmpty(Centre) || CaseWorker is not null || !string.IsNullOrEmpty(Language);

    public int PageNumber => Math.Max(Number ?? 1, 1);

    /// <summary>The filter's codes, for the audit: nothing that somebody typed.</summary>
    public string Codes => string.Join(' ', new[]
    {
        WordOf(Shown), string.IsNullOrEmpty(Centre) ? null : "centre", CaseWorker is null ? null : "case-worker", string.IsNullOrEmpty(Language) ? null : "language",
    }.OfType<string>());

    public ArrivalsFilter ToFilter(int? pageSize = null)
    {
        var filter = new ArrivalsFilter(Shown, string.IsNullOrEmpty(Centre) ? null : Centre, CaseWorker, string.IsNullOrEmpty(Language) ? null : Language, PageNumber);
        return pageSize is { } size ? filter with { Page = 1, PageSize = size } : filter;
    }

    public string Link(string path = "/arrivals", string? format = null, string? handler = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new (string, string?)[]
        {
            ("show", Shown == ArrivalsShown.Coming ? null : WordOf(Shown)), ("centre", Centre), ("case-worker", CaseWorker?.ToString()), ("language", Language),
            ("page-number", PageNumber > 1 ? PageNumber.ToString(CultureInfo.InvariantCulture) : null), ("format", format), ("handler", handler),
        })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(key, value);
        }

        return path + query.ToQueryString();
    }

    public static string WordOf(ArrivalsShown shown) => shown switch { ArrivalsShown.Arrived => "arrived", ArrivalsShown.Undated => "undated", _ => "coming" };
}
