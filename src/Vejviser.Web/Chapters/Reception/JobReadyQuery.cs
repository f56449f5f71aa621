using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Chapters.Reception;

namespace Vejviser.Web.Chapters.Reception;

/// <summary>The board's address.</summary>
public sealed record JobReadyQuery
{
    private const int MostWeeks = 26;
    private const int MostPages = 10_000;

    /// <summary>Weeks back from today, at most 26.</summary>
    [FromQuery(Name = "back")]
    public int? Back { get; init; }

    /// <summary>Weeks ahead, at most 26.</summary>
    [FromQuery(Name = "ahead")]
    public int? Ahead { get; init; }

    [FromQuery(Name = "case-worker")]
    public Guid? CaseWorker { get; init; }

    /// <summary><c>stopped</c> leaves out who is ready.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    [FromQuery(Name = "page-number")]
    public int? Number { get; init; }

    public int PageNumber => Math.Clamp(Number ?? 1, 1, MostPages);

    public bool OnlyStopped => Show == "stopped";

    public string Codes => string.Join(' ', new[] { OnlyStopped ? "stopped" : "all", CaseWorker is null ? null : "case-worker" }.OfType<string>());

    public JobReadyFilter ToFilter()
    {
        var standard = new JobReadyFilter();
        return standard with
        {
            WeeksBack = Math.Clamp(Back ?? standard.WeeksBack, 0, MostWeeks), WeeksAhead = Math.Clamp(Ahead ?? standard.WeeksAhead, 0, MostWeeks),
            CaseWorkerId = CaseWorker, OnlyStopped = OnlyStopped,
        };
    }

    public string Link(string path = "/job-ready", string? format = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new (string, string?)[]
        {
            ("back", Back?.ToString(CultureInfo.InvariantCulture)), ("ahead", Ahead?.ToString(CultureInfo.InvariantCulture)),
            ("case-worker", CaseWorker?.ToString()), ("show", Show), ("page-number", PageNumber > 1 ? PageNumber.ToString(CultureInfo.InvariantCulture) : null), ("format", format),
        })
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(key, value);
        }

        return path + query.ToQueryString();
    }
}
