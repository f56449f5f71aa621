using Microsoft.AspNetCore.Mvc;
using Vejviser.Core.Engine.Plans.Lists;

namespace Vejviser.Web.Engine.Plans;

/// <summary>The work list's filter as its address has it: ids and codes, so that a shared address names nobody.</summary>
public sealed record WorkQuery
{
    [ModelBinder(Name = "team")]
    public Guid? Team { get; init; }

    [ModelBinder(Name = "household")]
    public Guid? Household { get; init; }

    [ModelBinder(Name = "area")]
    public string? Area { get; init; }

    [ModelBinder(Name = "practice")]
    public string? Practice { get; init; }

    [ModelBinder(Name = "after")]
    public string? After { get; init; }

    /// <summary>Which parts of the filter are in use, for the read audit.</summary>
    public string? Codes
    {
        get
        {
            var codes = string.Join(' ', new[] { Team is null ? "" : "team", Household is null ? "" : "household", Area is null ? "" : "area", Practice is null ? "" : "practice" }.Where(c => c.Length > 0));
            return codes.Length == 0 ? null : codes;
        }
    }

    public WorkFilter ToFilter() => new(Team, Household, Blank(Area), Blank(Practice), WorkCursor.Parse(After));

    /// <summary>The address of a page with this filter: <c>Link("/")</c>, <c>Link("/work/export", ("format", "csv"))</c>.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> further)
    {
        var link = new System.Text.StringBuilder(path);
        Add(link, "team", Team?.ToString());
        Add(link, "household", Household?.ToString());
        Add(link, "area", Blank(Area));
        Add(link, "practice", Blank(Practice));
        foreach (var (name, value) in further)
            Add(link, name, value);
        return link.ToString();

        void Add(System.Text.StringBuilder to, string name, string? value)
        {
            if (value is not null)
                to.Append(to.Length == path.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }
    }

    private static string? Blank(string? code) => string.IsNullOrEmpty(code) ? null : code;
}
