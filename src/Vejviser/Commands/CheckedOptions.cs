using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Vejviser.Core.Foundation.Common;

namespace Vejviser.Cli.Commands;

/// <summary>Options whose value is checked while the line is read: a wrong one is said in the reader's language, with exit code 2.</summary>
internal static class CheckedOptions
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public static Option<DateOnly?> Date(string name, string description) => new(name)
    {
        Description = $"{description} Written yyyy-mm-dd.",
        HelpName = "date",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                && date.Year is >= FirstYear and <= LastYear)
                return date;
            return Refuse<DateOnly?>(result, Failure.Of("option.not-a-date", ("option", name)));
        },
    };

    public static Option<int?> Number(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
                return number;
            return Refuse<int?>(result, Failure.Of(
                "option.not-a-number", ("option", name), ("least", Plain(least)), ("most", Plain(most))));
        },
    };

    /// <summary>A share from 0 to 1, with a point.</summary>
    public static Option<double?> Share(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "share",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
                return share;
            return Refuse<double?>(result, Failure.Of("match.not-a-share", ("option", name)));
        },
    };

    public static Option<T?> Choice<T>(string name, string description, IReadOnlyDictionary<string, T> choices)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = string.Join('|', choices.Keys),
            CustomParser = result => choices.TryGetValue(result.Tokens[0].Value, out var choice)
                ? choice
                : Refuse<T?>(result, Failure.Of("option.not-a-choice", ("option", name), ("choices", string.Join(", ", choices.Keys)))),
        };

    /// <summary>Refuses the line where the option was not given.</summary>
    public static Option<T?> Needed<T>(this Option<T?> option)
        where T : struct
    {
        option.Required = true;
        return option;
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static T? Refuse<T>(ArgumentResult result, Failure failure)
    {
        result.AddError(CommandVoice.Explain(result.GetValue(CommandVoice.LanguageOption), failure));
        return default;
    }
}
