namespace Vejviser.Core.Engine.Plans.Enrolment;

/// <summary>Reasons the product itself writes on a skipped task, as codes that the pages put into words; a person's own reason never begins with the mark.</summary>
public static class SkipReasons
{
    private const char Mark = '\u0001';

    /// <summary>The plan ended before the task was done.</summary>
    public static readonly string PlanEnded = $"{Mark}plan-ended";

    /// <summary>Another practice has given what the step was to give.</summary>
    public static string GivenBy(string practice) => $"{Mark}given-by:{practice}";

    /// <summary>The code and its practice where the product wrote the reason; null where a person did.</summary>
    public static (string Code, string? Practice)? Read(string? reason)
    {
        if (reason is not [Mark, ..])
            return null;
        var parts = reason[1..].Split(':', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : null);
    }
}
