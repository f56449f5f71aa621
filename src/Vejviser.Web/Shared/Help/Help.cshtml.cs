namespace Vejviser.Web.Shared.Help;

/// <summary>What each place is for and how it is used; every page links to its own topic.</summary>
public sealed class HelpModel : VejviserPage
{
    public static IReadOnlyList<string> Topics { get; } =
        ["work", "tasks", "arrivals", "job-ready", "households", "enrolment", "meetings", "courses", "interpreters", "housing", "doctors", "villas", "pairs", "people", "import", "practices", "time-line", "messages", "partner", "managers", "organisation", "access", "account", "keys"];

    /// <summary>The topic of a page: by the first part of its address; the front page is my work.</summary>
    public static string TopicOf(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() switch
    {
        null => "work",
        "plans" => "enrolment",
        "handovers" => "messages",
        "language-groups" => "doctors",
        "rooms" => "meetings",
        "host" or "become-a-host" => "housing",
        "initiatives" or "guides" => "time-line",
        "break-glass" or "audit" => "people",
        var first when Topics.Contains(first) => first,
        _ => "work",
    };
}
