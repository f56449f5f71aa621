using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Web.Engine.Plans.Enrolment;

/// <summary>The list's address: what is shown, and how it is narrowed. Ids and codes, never a name.</summary>
public sealed record PracticePeopleQuery
{
    /// <summary><c>waiting</c>, <c>paused</c> or <c>ended</c>; else those who are in it now.</summary>
    [FromQuery(Name = "show")]
    public string? Show { get; init; }

    /// <summary>Of those who ended: <c>completed</c>, <c>broken-off</c> or <c>moved-on</c>.</summary>
    [FromQuery(Name = "how")]
    public string? HowWord { get; init; }

    /// <summary>The households' contact person or case worker.</summary>
    [FromQuery(Name = "contact")]
    public Guid? Contact { get; init; }

    [FromQuery(Name = "page-number")]
    public int? Number { get; init; }

    public PracticePeopleShown Shown => Enum.GetValues<PracticePeopleShown>().FirstOrDefault(s => PlanWords.Kebab(s) == Show);

    public PlanState? How => Shown != PracticePeopleShown.Ended ? null : HowWord switch
    {
        "completed" => PlanState.Completed,
        "broken-off" => PlanState.BrokenOff,
        "moved-on" => PlanState.MovedOn,
        _ => null,
    };

    public bool IsNarrowed => How is not null || Contact is not null;

    public int PageNumber => Math.Clamp(Number ?? 1, 1, 100_000);

    /// <summary>The filter's codes, for the audit.</summary>
    public string Codes(string practice) => string.Join(' ', new[] { practice, PlanWords.Kebab(Shown), How is { } how ? PlanWords.Kebab(how) : null, Contact is null ? null : "contact" }.OfType<string>());

    public PracticePeopleFilter ToFilter(string practice, int? pageSize = null)
    {
        var filter = new PracticePeopleFilter(practice, Shown, How, Contact, PageNumber);
        return pageSize is { } size ? filter with { Page = 1, PageSize = size } : filter;
    }

    public string Link(string path, string? format = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, value) in new (string, string?)[]
        {
            ("show", Shown == PracticePeopleShown.Running ? null : PlanWords.Kebab(Shown)), ("how", How is { } how ? PlanWords.Kebab(how) : null), ("contact", Contact?.ToString()),
            ("page-number", PageNumber > 1 ? PageNumber.ToString(CultureInfo.InvariantCulture) : null), ("format", format),
        })
        {
            if (value is not null)
                query.Add(key, value);
        }

        return path + query.ToQueryString();
    }
}
